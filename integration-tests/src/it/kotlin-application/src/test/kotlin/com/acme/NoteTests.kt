package com.acme

import com.acme.CounterModel.COUNTER
import com.acme.NoteModel.NOTE
import com.acme.ReminderModel.REMINDER
import io.bloop.boot.test.BloopTest
import io.bloop.engine.BloopTemplate
import io.bloop.query.Limit
import io.bloop.request.ConstraintViolation
import io.bloop.write.WriteOptions.onlyIf
import io.bloop.write.WriteOptions.since
import java.time.Instant
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatExceptionOfType
import org.junit.jupiter.api.Test
import org.springframework.beans.factory.annotation.Autowired

@BloopTest
class NoteTests(
    @Autowired private val notes: BloopTemplate<Note>,
    @Autowired private val counters: BloopTemplate<Counter>,
    @Autowired private val repository: Notes,
    @Autowired private val reminders: BloopTemplate<Reminder>,
) {

    private val note = Note(
        id = "1",
        owner = "ada",
        at = Instant.parse("2024-05-01T10:00:00Z"),
        text = "bread",
        clicks = 7,
        isPinned = true,
        state = State.DONE,
        tags = setOf("food"),
        author = Author("Ada", "ada@example.com"),
        counts = mapOf("a" to 1),
    )

    @Test
    fun `a data class is stored and read`() {
        val inserted = notes.insert(note)

        assertThat(inserted).isEqualTo(note.copy(version = 1))
        assertThat(notes.find("1")).contains(inserted)
    }

    @Test
    fun `a copy is saved by its difference, and clears what it no longer has`() {
        val before = notes.insert(note.copy(id = "2"))

        val after = notes.save(before.copy(text = null, clicks = 8), since(before))

        assertThat(after).isEqualTo(before.copy(text = null, clicks = 8, version = 2))
        assertThat(notes.find("2")).contains(after)
        assertThatExceptionOfType(ConstraintViolation::class.java)
            .isThrownBy { notes.save(before.copy(text = "late"), since(before)) }
    }

    @Test
    fun `a query reads as it does in Java`() {
        notes.insert(note.copy(id = "3", owner = "grace"))

        val found = notes.query(NOTE.byOwner)
            .where(NOTE.owner.eq("grace").and(NOTE.at.ge(Instant.EPOCH)))
            .filter(NOTE.tags.contains("food").and(NOTE.state.eq(State.DONE)))
            .all()

        assertThat(found).extracting<String> { it.id }.containsExactly("3")
    }

    @Test
    fun `a repository is an interface in Kotlin too`() {
        val eve = note.copy(owner = "eve")
        repository.insert(eve.copy(id = "5"))
        repository.insert(eve.copy(id = "6", at = eve.at?.plusSeconds(1), state = State.OPEN))

        val first = repository.findByOwnerOrderByAtDesc("eve", Limit.of(1), null)
        val second = repository.findByOwnerOrderByAtDesc("eve", Limit.of(1), first.next().orElseThrow())

        assertThat(first.items().map { it.id }).containsExactly("6")
        assertThat(second.items().map { it.id }).containsExactly("5")
        assertThat(repository.findByOwnerAndState("eve", State.OPEN).map { it.id }).containsExactly("6")
    }

    @Test
    fun `what is absent has the default of its member`() {
        notes.update("4").set(NOTE.text, "alone").run()

        assertThat(notes.find("4")).contains(Note(id = "4", text = "alone", version = 1))
    }

    @Test
    fun `what is absent has the default argument where it is asked for`() {
        reminders.update("r").set(REMINDER.text, "call").run()

        assertThat(reminders.find("r")).contains(Reminder("r", "call", retries = 3, channels = setOf("mail")))

        reminders.update("r").set(REMINDER.retries, 5).run()
        assertThat(reminders.find("r")).contains(Reminder("r", "call", retries = 5, channels = setOf("mail")))
    }

    @Test
    fun `a property keeps its initial value where it is asked to, and is not written because of it`() {
        counters.update("k").set(COUNTER.count, 2).run()

        val counter = counters.find("k").orElseThrow()
        counters.save(counter.apply { label = "kept" }, onlyIf(COUNTER.step.notExists()))
        counters.save(counter.apply { count = 3 }, onlyIf(COUNTER.step.notExists()))

        assertThat(counter.step).isEqualTo(1)
    }

    @Test
    fun `a tracked class sends what has changed`() {
        counters.insert(Counter("c").apply { count = 1; label = "one" })
        val counter = counters.find("c").orElseThrow()
        counters.update("c").add(COUNTER.count, 5).run()

        counter.label = null
        counters.save(counter, onlyIf(COUNTER.count.eq(6)))

        val found = counters.find("c").orElseThrow()
        assertThat(found.count).isEqualTo(6)
        assertThat(found.label).isNull()
    }
}
