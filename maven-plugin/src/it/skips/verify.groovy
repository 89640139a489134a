assert new File(basedir, 'build.log').text.contains('[INFO] knet is skipped')

assert new File(basedir, 'src/main/knet/bank.knet').file
assert !new File(basedir, 'target/knet/bank.yaml').exists()

// What was there before is compiled all the same.
assert new File(basedir, 'target/knet/shop.yaml').file
assert new File(basedir, 'target/classes/com/acme/shop/Shop.class').file
