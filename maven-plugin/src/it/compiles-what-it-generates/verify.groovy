def log = new File(basedir, 'build.log').text
assert log.contains('[INFO] shop: 2 workloads, 1 service, ')
assert log.contains(' -> target/knet/shop.yaml')
assert log.contains(' -> target/generated-sources/knet')
assert log.contains('Tests run: 3, Failures: 0')

assert new File(basedir, 'target/knet/kustomization.yaml').text.contains('- shop.yaml')
assert new File(basedir, 'target/classes/com/acme/shop/Shop.class').file
