def log = new File(basedir, 'build.log').text
assert log.contains('[ERROR] src/main/knet/shop.knet:[8,3] KNET0605: `shop/batch` can reach `shop/db` on ')
assert log.contains('6 |   db allows pods')
assert log.contains(': 1 error in src/main/knet -> [Help 1]')
assert !log.contains('\tat ')

// `check` comes first, or there would be no report of what stops `generate`.
assert log.contains(':check (')
assert !log.contains(':generate (')

def suite = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/knet-reports/TEST-knet.xml')).testsuite
assert suite.@name == 'shop'
assert suite.testcase*.@name*.text() == ['expect web reaches db', 'expect only web reaches db']
assert suite.testcase[0].failure.isEmpty()
assert suite.testcase[1].failure.@message.text().startsWith('`shop/batch` can reach `shop/db`')
assert !new File(basedir, 'target/knet').exists()
