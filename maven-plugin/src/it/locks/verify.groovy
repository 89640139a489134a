def lock = new File(basedir, 'src/main/knet/shop.knet.lock').text
assert lock.contains('shop/')
assert !lock.contains('shop/web[Deployment] => shop/db[Deployment]')

def log = new File(basedir, 'build.log').text
assert log.contains('[INFO] written: src/main/knet/shop.knet.lock; commit it')
assert log.contains('[INFO] shop: the policies are proved, the lock holds')
assert log.contains('[ERROR] src/main/knet/shop.knet:[5,3] KNET06')
assert log.contains('`shop/web` can reach `shop/db`')
assert log.contains(': 1 error in src/main/knet -> [Help 1]')
assert !log.contains('\tat ')
