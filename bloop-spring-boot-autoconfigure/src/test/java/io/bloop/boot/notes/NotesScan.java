package io.bloop.boot.notes;

import io.bloop.boot.BloopScan;

@BloopScan(applicationPackages = false)
public class NotesScan {}
