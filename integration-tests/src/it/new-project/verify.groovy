import java.util.zip.ZipFile

def librariesOf(String name) {
    new ZipFile(new File(basedir, "$name/target/$name-1.jar")).withCloseable { jar ->
        jar.entries()*.name.findAll { it.startsWith('BOOT-INF/lib/') && it.endsWith('.jar') }*.substring(13).sort()
    }
}

def check(boolean condition, Object message) {
    if (!condition) {
        throw new AssertionError((Object) message)
    }
}

def libraries = librariesOf('application')
def withoutLocal = librariesOf('without-local')
check(libraries == withoutLocal, """\
The jar changes with DynamoDB Local: it adds ${libraries - withoutLocal} and removes ${withoutLocal - libraries}""")

def ofLocal = libraries.findAll {
    it =~ /(?i)^(bloop-dynamodb-local|DynamoDBLocal|sqlite|libsqlite|antlr|partiql|ion-|kotlin|jetty|guava|joda|netty|mockito|junit|cognito|pinpoint|bloop-spring-boot-starter-test)/
}
check(ofLocal.empty, "The jar holds libraries of DynamoDB Local or of tests: $ofLocal")

def sdk = libraries.findAll { it =~ /^(dynamodb|sdk-core|aws-core|auth|regions|utils|http-client-spi|apache5-client)-\d/ }
check(sdk.size() == 8, "The jar holds $sdk of the AWS SDK")
check(sdk.every { it.endsWith("-${awsVersion}.jar") }, "The AWS SDK is not $awsVersion: $sdk")

check(new File(basedir, 'build.log').text.contains('Tests run: 27, Failures: 0, Errors: 0, Skipped: 0'),
        'build.log has no 27 tests that passed')
true
