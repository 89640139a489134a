def log = new File(basedir, 'build.log').text
assert log.contains('[INFO] removed target/knet/bank.yaml')
assert log.contains('[INFO] removed target/generated-sources/knet/com/acme/bank/Bank.java')

def names = { new File(basedir, it).list().findAll { !it.startsWith('.') }.sort() }
assert names('target/knet') == ['kustomization.yaml', 'notes.txt', 'shop.yaml']
assert names('target/generated-sources/knet/com/acme/bank') == ['Mine.java']
assert names('target/generated-sources/knet/com/acme/shop').contains('Shop.java')

assert !new File(basedir, 'target/knet/kustomization.yaml').text.contains('bank')
