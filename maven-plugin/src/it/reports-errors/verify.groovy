def log = new File(basedir, 'build.log').text
def errors = log.readLines().findAll { it ==~ /\[ERROR] \S+\.knet:\[\d+,\d+] KNET\d{4}: \S.*/ }
assert errors.size() == 4
assert errors[0].startsWith('[ERROR] src/main/knet/more/mall.knet:[2,14] KNET0201: ')
assert errors[1].startsWith('[ERROR] src/main/knet/more/mall.knet:[3,15] KNET0101: ')
assert errors[2].startsWith('[ERROR] src/main/knet/shop.knet:[8,8] KNET0001: ')
assert errors[3].startsWith('[ERROR] src/main/knet/shop.knet:[9,19] KNET0001: ')
assert log.contains("""${errors[2]}
 --> src/main/knet/shop.knet:8:8
  |
8 |   deny evrything
  |        ^^^^^^^^^
""")

assert log.contains(': 4 errors in src/main/knet; nothing was written -> [Help 1]')
assert !log.contains('\tat ')

def old = new Date(101, 1, 1).time
new File(basedir, 'target').eachFileRecurse { assert it.directory || it.lastModified() < old }
assert new File(basedir, 'target/knet').list().findAll { !it.startsWith('.') }.sort() == ['bank.yaml', 'kustomization.yaml', 'shop.yaml']
