def log = new File(basedir, 'build.log').text
assert !new File(basedir, 'pom.xml').exists()
assert log.contains('[INFO] shop/web[Deployment] => shop/db[StatefulSet] : TCP 6379')
assert log.contains('[INFO] shop/web[Deployment] can connect to shop/db[StatefulSet] on TCP 6379')
assert log.contains('[INFO] diff-type: added, source: shop/web[Deployment], destination: shop/db[StatefulSet],')

// With -q, the answer and nothing else.
assert log.contains('\nsrc,dst,conn\nshop/web[Deployment],shop/db[StatefulSet],TCP 6379\n')
assert !log.contains('[INFO] src,dst,conn')
