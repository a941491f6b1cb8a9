// The same project without DynamoDB Local, to compare the jars.
def application = new File(basedir, 'application')
def without = new File(basedir, 'without-local')
def sources = new File(without, 'src/main/java/com/acme')
sources.mkdirs()

new File(application, 'src/main/java/com/acme').eachFile { new File(sources, it.name).text = it.text }
new File(without, 'pom.xml').text = new File(application, 'pom.xml').text
        .replaceAll(/(?s)    <!-- local -->.*<!-- end of local -->\n/, '')
        .replace('<artifactId>application</artifactId>', '<artifactId>without-local</artifactId>')
true
