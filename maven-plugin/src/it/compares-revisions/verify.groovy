def log = new File(basedir, 'build.log').text
assert log.contains(': 1 connection is wider than before, and knet.failOn does not let that pass -> [Help 1]')
assert !log.contains('\tat ')

def report = new File(basedir, 'target/diff.md').text
assert report.startsWith('### Who can talk to whom: 1 connection wider, nothing only narrower\n')
assert report.contains('shop/web')
assert new File(basedir, 'target').list() as List == ['diff.md']
