// What an earlier build may have left.
def report = new File(basedir, 'target/knet-reports/TEST-knet.xml')
report.parentFile.mkdirs()
report.text = '<testsuites/>'
return true
