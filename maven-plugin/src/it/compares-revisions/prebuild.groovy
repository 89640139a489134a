def git(String... arguments) {
    def process = new ProcessBuilder(['git', '-c', 'user.name=it', '-c', 'user.email=it@example.com', *arguments])
            .directory(basedir).redirectErrorStream(true).start()
    def said = process.inputStream.text
    assert process.waitFor() == 0 : said
}

git('init', '-q')
git('add', 'src')
git('commit', '-q', '-m', 'before')
new File(basedir, 'src/main/knet/shop.knet').text = new File(basedir, 'changed/shop.knet').text

return true
