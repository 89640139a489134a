def lines = new File(basedir, 'build.log').readLines()
assert lines.contains('[INFO] nothing to generate: there is no folder src/main/knet')

assert !new File(basedir, 'target').exists()
