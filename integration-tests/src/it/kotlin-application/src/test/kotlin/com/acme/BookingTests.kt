package com.acme

import com.acme.BookingModel.BOOKING
import com.acme.TicketModel.TICKET
import io.bloop.boot.test.BloopTest
import io.bloop.engine.BloopTemplate
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.springframework.beans.factory.annotation.Autowired

@BloopTest
class BookingTests(
    @Autowired private val bookings: BloopTemplate<Booking>,
    @Autowired private val tickets: BloopTemplate<Ticket>,
    @Autowired private val passes: BloopTemplate<Pass>,
) {

    private val ticket = Ticket("ann", "T1", seatCount = 2, remark = "window")

    @Test
    fun `a value class and an unsigned number are made of what is stored`() {
        tickets.insert(ticket.copy(traveller = "bob"))

        val found = bookings.query().where(BOOKING.traveller.eq("bob")).one() as Ticket

        assertThat(found.number).isEqualTo(TicketNumber("T1"))
        assertThat(found.seats).isEqualTo(2u)
    }

    @Test
    fun `internal properties are stored`() {
        tickets.insert(ticket.apply { isPrinted = true })

        val found = tickets.query().where(TICKET.traveller.eq("ann")).filter(TICKET.remark.eq("window")).one()

        assertThat(found).isEqualTo(ticket)
        assertThat(found.isPrinted).isTrue()
    }

    @Test
    fun `a sealed interface of documents is stored, and told apart by when`() {
        val opened = Change.Opened("carl")
        val moved = Change.Moved("carl", seat = 12)
        tickets.insert(ticket.copy(traveller = "carl", last = moved, history = listOf(opened, moved)))

        val found = tickets.query()
            .where(TICKET.traveller.eq("carl"))
            .filter(TICKET.last.asMoved().seat.eq(12).and(TICKET.last.by.eq("carl")))
            .one()

        assertThat(found.history.map { describe(it) }).containsExactly("carl opened it", "carl moved it to seat 12")
    }

    @Test
    fun `a sealed interface of models is queried, and told apart by when`() {
        tickets.insert(ticket.copy(traveller = "dora"))
        passes.insert(Pass("dora", 2026))

        val found = bookings.query().where(BOOKING.traveller.eq("dora")).all()

        assertThat(found.map { title(it) }).containsExactly("pass of 2026", "ticket T1 for 2")
    }
}
