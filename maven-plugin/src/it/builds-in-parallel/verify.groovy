def log = new File(basedir, 'build.log').text
assert !log.contains('not marked as thread-safe')

for (module in ['one', 'two', 'three', 'four']) {
    def yaml = "$module/target/knet/${module}.yaml"
    assert log.contains("[INFO] $module: 1 workload, 1 service -> $yaml")
    assert new File(basedir, yaml).text.contains("name: $module")
}
