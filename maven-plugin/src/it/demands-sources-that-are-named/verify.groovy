def log = new File(basedir, 'build.log').text
assert log.contains(': knet.sourceDirectory does not exist: src/main/knte -> [Help 1]')

assert !new File(basedir, 'target').exists()
