package com.acme

import io.bloop.annotation.Discriminator
import io.bloop.annotation.Document
import io.bloop.annotation.HashKey
import io.bloop.annotation.Model
import io.bloop.annotation.RangeKey
import io.bloop.annotation.Table

@JvmInline
value class TicketNumber(val text: String)

/** A change of a booking. Each class is stored with the name of the class. */
@Document
sealed interface Change {
    val by: String

    @Document
    data class Opened(override val by: String, val reason: String? = null) : Change

    @Document
    data class Moved(override val by: String, val seat: Int) : Change
}

fun describe(change: Change) = when (change) {
    is Change.Opened -> "${change.by} opened it"
    is Change.Moved -> "${change.by} moved it to seat ${change.seat}"
}

/** What the models of one table have in common. */
@Model
@Table(name = "bookings")
@Discriminator(attribute = "kind")
sealed interface Booking {
    val traveller: String
}

/** A ticket, whose number and seats are stored as what they are made of. */
@Model("ticket")
@HashKey("TRAVELLER#{traveller}")
@RangeKey("TICKET#{code}")
data class Ticket(
    override val traveller: String,
    val code: String,
    val seatCount: Long = 1,
    internal val remark: String? = null,
    val last: Change? = null,
    val history: List<Change> = emptyList(),
) : Booking {
    val number get() = TicketNumber(code)
    val seats get() = seatCount.toUInt()
    internal var isPrinted = false
}

@Model("pass")
@HashKey("TRAVELLER#{traveller}")
@RangeKey("PASS#{year:4}")
data class Pass(override val traveller: String, val year: Int) : Booking

fun title(booking: Booking) = when (booking) {
    is Ticket -> "ticket ${booking.number.text} for ${booking.seats}"
    is Pass -> "pass of ${booking.year}"
}
