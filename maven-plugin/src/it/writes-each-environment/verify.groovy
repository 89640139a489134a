def manifest = { new File(basedir, "target/knet/$it").text }
assert manifest('prod/shop.yaml').contains('replicas: 5')
assert manifest('prod/shop.yaml').contains('image: eu.example.com/web:1\n')
assert manifest('test/shop.yaml').contains('replicas: 1')
assert manifest('test/shop.yaml').contains('# web allows probe')
assert !manifest('prod/shop.yaml').contains('probe')
assert manifest('prod/kustomization.yaml').contains('- shop.yaml')
assert !new File(basedir, 'target/knet/shop.yaml').exists()

assert new File(basedir, 'target/classes/com/acme/shop/prod/Shop.class').file
assert new File(basedir, 'target/classes/com/acme/shop/test/Shop.class').file

def log = new File(basedir, 'build.log').text
assert log.contains('shop (prod): 1 workload, 1 network policy -> target/knet/prod/shop.yaml')
