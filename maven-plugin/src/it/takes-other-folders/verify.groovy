assert new File(basedir, 'deploy/shop.yaml').file
assert new File(basedir, 'generated/org/example/Shop.java').file
assert new File(basedir, 'target/classes/org/example/Shop.class').file

assert !new File(basedir, 'target/knet').exists()
assert !new File(basedir, 'target/generated-sources/knet').exists()
