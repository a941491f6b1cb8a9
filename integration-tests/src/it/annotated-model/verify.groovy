def expected = "On Java $javaVersion: Model[Note] has [Column[Note.id=hash], Column[Note.text]]"

if (!new File(basedir, 'build.log').text.contains(expected)) {
    throw new AssertionError((Object) "build.log has no: $expected")
}
true
