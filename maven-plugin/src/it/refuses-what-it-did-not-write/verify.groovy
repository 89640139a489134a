def log = new File(basedir, 'build.log').text
def mine = new File(basedir, 'generated/com/acme/shop/Shop.java')
assert log.contains("$mine is in the way: knet did not write it. Move it, or choose another output folder")
assert !log.contains('\tat ')

assert mine.text == 'package com.acme.shop;\n\nclass Shop {}\n'
assert new File(basedir, 'generated/com/acme/shop').list() == ['Shop.java']
assert !new File(basedir, 'target/knet').exists()
