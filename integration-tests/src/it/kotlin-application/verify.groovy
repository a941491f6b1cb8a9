if (!new File(basedir, 'build.log').text.contains('Tests run: 17, Failures: 0, Errors: 0, Skipped: 0')) {
    throw new AssertionError((Object) 'build.log has no 17 tests that passed')
}
true
