def log = new File(basedir, 'build.log').text
assert log.contains('[ERROR] src/main/knet/shop.knet:[4,1] from this line on, the file is not formatted')
assert !log.contains('right.knet')
assert log.contains(': 1 file in src/main/knet is not formatted; run knet:format -> [Help 1]')
assert !log.contains('\tat ')

assert new File(basedir, 'src/main/knet/shop.knet').text.contains('deployment web  {')
