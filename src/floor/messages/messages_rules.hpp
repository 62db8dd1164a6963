// How messages are tried, waited for and given up (P5).
#pragma once

#include "base/rule.hpp"
#include "base/time.hpp"

namespace messages {

inline constexpr base::Rule rules[] = {
    MANDAT_RULE("P5.outbox",
                "A message is a row written with the fact it tells; it is durably `sending` before it "
                "leaves, and is told to its fact's desk once."),
    MANDAT_RULE("P5.unknown",
                "Found `sending` after a crash, it is unknown whether it went: a mail is sent again under "
                "its own id; an SMS waits for its report, then is sent again once."),
    MANDAT_RULE("P5.rest",
                "When the gateway itself fails, the round stops; it is asked again after a growing rest, with one "
                "message, and the others keep their attempts."),
    MANDAT_RULE("P5.no_gateway",
                "Where one channel has a gateway and the other none, what the other holds is a dead letter that says "
                "so: never sent, never delivered."),
    MANDAT_RULE("P5.by_hand",
                "An administrator sends a dead letter again or closes it; both are facts of the journal."),
    MANDAT_RULE(
        "P5.returned",
        "A mail refused for its recipient, reported as not delivered, or that an administrator says came back, "
        "marks its address: the person reads it on every page, administrators by the account and the organisation."),
    MANDAT_RULE("P5.held",
                "To an address that returns mail nothing more is sent: news stays in the portal, the rest is held "
                "among the dead letters. What the reader himself asked for, and proves the address, does leave."),
    MANDAT_RULE("P5.confirmed_again",
                "The mark goes when its reader opens a link mailed there, when he changes his address, or when an "
                "administrator sends one of its mails again."),
    MANDAT_RULE("P5.local", "With a transport that keeps messages here, a crash loses none and repeats none."),
    MANDAT_RULE("P5.retry", "A temporary fault is tried again with growing waits."),
    MANDAT_RULE("P5.dead_letter", "What is refused, or was tried too often, is a dead letter that administrators see."),
    MANDAT_RULE("P5.report",
                "Delivery reports count in any order and however often: the first final one is kept, and that the "
                "operator has the SMS settles an unknown one."),
    MANDAT_RULE("P5.sms_alphabet",
                "An SMS is written in GSM-7, French accents outside it transliterated, its segments counted."),
    MANDAT_RULE("P5.notice",
                "A notice stands in its organisation's portal from the moment of its fact, unread until seen."),
    MANDAT_RULE("P5.one_line", "No subject or address holds a line end: nothing can be smuggled into a mail's head."),
    MANDAT_RULE("P7.personal",
                "A link that is one person's own (a new password) is followed by nobody else: the outbox shows it to "
                "neither colleagues nor administrators."),
    MANDAT_RULE("P7.placeholder", "The stored body holds a placeholder; the token is put in when it is sent or shown."),
};

inline constexpr base::Figure<base::Duration> first_retry_wait{"P5.first_retry_wait", base::seconds{30}};
inline constexpr base::Figure<base::Duration> longest_retry_wait{"P5.longest_retry_wait", base::hours{1}};
inline constexpr base::Figure<base::Duration> first_gateway_rest{"P5.first_gateway_rest", base::seconds{30}};
inline constexpr base::Figure<base::Duration> longest_gateway_rest{"P5.longest_gateway_rest", base::minutes{5}};
inline constexpr base::Figure<int> most_attempts{"P5.most_attempts", 20};  // about 14 hours
inline constexpr base::Figure<base::Duration> sms_report_wait{"P5.sms_report_wait", base::minutes{15}};
inline constexpr base::Figure<int> sms_resends{"P5.sms_resends", 1};
// How long a server may keep a message `sending` before another one takes it for dead; longer than any transport waits.
inline constexpr base::Figure<base::Duration> send_lease{"P5.send_lease", base::minutes{2}};

}  // namespace messages
