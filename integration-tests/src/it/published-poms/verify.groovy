import java.util.jar.JarFile

def check(boolean condition, Object message) {
    if (!condition) {
        throw new AssertionError((Object) message)
    }
}

def ofBloop = new File(localRepositoryPath, 'io/bloop')
def notPublished = ['bloop-parent', 'integration-tests']
def modules = ofBloop.list().findAll { !notPublished.contains(it) && new File(ofBloop, it).directory }.sort()
check(modules == ['bloop-bom', 'bloop-core', 'bloop-dynamodb-local', 'bloop-processor',
        'bloop-spring-boot-autoconfigure', 'bloop-spring-boot-starter', 'bloop-spring-boot-starter-test'],
        "Other modules than expected: $modules")

def moduleNames = []
modules.each { module ->
    def directory = new File(ofBloop, "$module/$bloopVersion")
    def file = directory.listFiles().find { it.name.endsWith('.pom') }
    def text = file.text
    def pom = new groovy.xml.XmlSlurper().parseText(text)

    // Maven Central refuses a POM without these.
    ['name', 'description', 'url', 'licenses.license.name', 'licenses.license.url', 'developers.developer.name',
            'scm.connection', 'scm.developerConnection', 'scm.url'].each { path ->
        def value = path.split(/\./).inject(pom) { node, name -> node."$name" }.text()
        check(!value.empty, "$module has no $path")
    }
    check(pom.url.text() == pom.scm.url.text(), "$module has its own url: ${pom.url}")

    // Nothing of this build reaches the builds of users.
    ['parent', 'build', 'profiles', 'properties', 'repositories', 'pluginRepositories', 'modules'].each {
        check(pom."$it".size() == 0, "$module has the element $it")
    }
    check(pom.dependencyManagement.size() == (module == 'bloop-bom' ? 1 : 0),
            "$module has ${pom.dependencyManagement.size()} dependencyManagement")
    check(!text.contains('${'), "$module has a property that is not resolved")

    // Gradle reads these POMs too: there is no module metadata, and it ignores the management of others.
    check(!text.contains('do_not_remove: published-with-gradle-metadata'), "$module promises Gradle module metadata")
    pom.dependencies.dependency.each { dependency ->
        def name = "$module -> ${dependency.artifactId}"
        check(dependency.version.text() ==~ /\d[^\[\](),]*/, "$name: version '${dependency.version}'")
        check(['', 'compile', 'runtime'].contains(dependency.scope.text()), "$name: scope ${dependency.scope}")
        check(dependency.type.text().empty && dependency.classifier.text().empty, "$name: not a plain jar")
    }
    def required = pom.dependencies.dependency.findAll { it.optional.text() != 'true' }*.artifactId*.text()
    def mayNeedLocal = ['bloop-dynamodb-local', 'bloop-spring-boot-starter-test']
    check(mayNeedLocal.contains(module) || !required.any { it =~ /(?i)dynamodb-?local|sqlite/ },
            "$module requires DynamoDB Local: $required")

    if (module == 'bloop-bom') {
        def managed = pom.dependencyManagement.dependencies.dependency
        check(managed.findAll { it.groupId.text() == 'io.bloop' }*.artifactId*.text().sort() == modules - 'bloop-bom',
                "bloop-bom does not manage $modules")
        check(managed.findAll { it.groupId.text() == 'io.bloop' }.every { it.version.text() == bloopVersion },
                'bloop-bom has another version of Bloop')
        def aws = managed.find { it.groupId.text() == 'software.amazon.awssdk' }
        check(aws.version.text() == awsVersion && aws.scope.text() == 'import', "bloop-bom has ${aws.version}")
    } else {
        def jar = directory.listFiles().find { it.name.endsWith('.jar') && !it.name.contains('tests') }
        new JarFile(jar).withCloseable {
            def moduleName = it.manifest.mainAttributes.getValue('Automatic-Module-Name')
            check(moduleName ==~ /io\.bloop(\.[a-z]+)*/, "$module has the module name $moduleName")
            moduleNames << moduleName
            check(it.getEntry('META-INF/LICENSE') != null, "$module has no licence")
        }
    }
}
check(moduleNames.toSet().size() == modules.size() - 1, "Module names are not unique: $moduleNames")

// A package belongs to one module.
def packages = [:].withDefault { [] }
modules.each { module ->
    new File(ofBloop, "$module/$bloopVersion").listFiles().findAll { it.name.endsWith('.jar') && !it.name.contains('tests') }
            .each { jar ->
        new JarFile(jar).withCloseable {
            it.entries()*.name.findAll { it.endsWith('.class') }*.replaceAll(/\/[^\/]*$/, '').unique()
                    .each { packages[it] << module }
        }
    }
}
def split = packages.findAll { it.value.size() > 1 }
check(!packages.isEmpty() && split.isEmpty(), "Packages in several jars: $split")
true
