def sources = new File(basedir, 'src/main/knet')
assert new File(sources, 'more/shop.knet').bytes == '''package com.acme.shop

namespace shop {
  /// Pages.
  deployment web { image "nginx:1.27"; port http tcp/8080 } // behind
  deny all
  web allows pods(app=probe)
}
'''.bytes
assert new File(sources, 'broken.knet').text == 'pod   web { image "nginx:1.27"\n'

def files = []
sources.eachFileRecurse { files << it.name }
assert files.sort() == ['broken.knet', 'more', 'right.knet', 'shop.knet']

def log = new File(basedir, 'build.log').text
assert log.contains('[INFO] formatted src/main/knet/more/shop.knet')
assert !log.contains('formatted src/main/knet/more/right.knet')
assert log.contains('[ERROR] src/main/knet/broken.knet:[1,11] KNET0006: ')
assert log.contains(': 1 error in src/main/knet; a file with an error was left as it is -> [Help 1]')
assert log.contains('[INFO] 2 files are laid out already')
assert !log.contains('\tat ')
