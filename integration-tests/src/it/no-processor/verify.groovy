def expected = '''\
Description:

1 class is annotated with @Model and has no definition, which happens if the annotation processor did not run:
  - com.acme.Note

Action:

Put the annotation processor on the processor path, and compile again; since JDK 23 the compiler runs none that is on \
the class path alone. With Maven:

    <plugin>
      <groupId>org.apache.maven.plugins</groupId>
      <artifactId>maven-compiler-plugin</artifactId>
      <configuration>
        <annotationProcessorPaths>
          <path>
            <groupId>io.bloop</groupId>
            <artifactId>bloop-processor</artifactId>
            <version>VERSION</version>
          </path>
        </annotationProcessorPaths>
      </configuration>
    </plugin>

With Gradle:

    dependencies {
      annotationProcessor 'io.bloop:bloop-processor:VERSION'
    }

Or write a definition by hand, a class that extends ModelDefinition.
'''.replace('VERSION', bloopVersion)

if (!new File(basedir, 'build.log').text.contains(expected)) {
    throw new AssertionError((Object) "build.log has no:\n$expected")
}
true
