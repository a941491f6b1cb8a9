package io.bloop.boot.notes;

import io.bloop.boot.BloopScan;

@BloopScan
public class NotesScan {}
