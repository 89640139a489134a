def log = new File(basedir, 'build.log').text
assert log.contains(' -> target/knet/bank.yaml (unchanged)')
assert log.contains(' -> target/knet/shop.yaml (unchanged)')
assert log.contains(' -> target/generated-sources/knet (unchanged)')

def old = new Date(101, 1, 1).time
def files = []
new File(basedir, 'target').eachFileRecurse { if (it.file) files << it }
assert files.size() > 5
assert files.findAll { it.lastModified() > old } == []
