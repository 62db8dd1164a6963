// How strangers are let in: what a robot pays, how often one may ask, how long an answer is waited for (P6, P7). Pure.
#pragma once

#include <cstdint>

#include "base/rule.hpp"
#include "base/time.hpp"

namespace joining {

inline constexpr base::Rule rules[] = {
    MANDAT_RULE(
        "P6.proof",
        "Who is not signed in proves his page did some work: a signed challenge of this server, with an end, that "
        "serves once; no third party is asked"),
    MANDAT_RULE("P6.without_script",
                "Without script an e-mailed code stands for the proof, and fewer requests are taken"),
    MANDAT_RULE("P6.honeypot",
                "A field that people do not see is left empty by people; who fills it gets the same page and "
                "nothing happens"),
    MANDAT_RULE("P6.quota", "A network, and an e-mail address, may ask a few times an hour"),
    MANDAT_RULE("P6.neutral",
                "The answer to a sign-up or to a forgotten password is the same, in the same time, whether the address "
                "is known: "
                "what differs is written by mail, by a worker, afterwards"),
    MANDAT_RULE("P6.confirmation",
                "Nothing is created before the address is confirmed, by a link or a code that serves once; "
                "what was typed is forgotten after a day"),
    MANDAT_RULE("P6.reset",
                "Who forgot his password gets a link that serves once, for half an hour; the new password ends "
                "every session"),
    MANDAT_RULE("P6.email_change",
                "An account's address changes once a link mailed to the new one is followed within a day; it is asked "
                "with the password, a few times an hour, answered alike whether another account has it; the former "
                "address is told, and sessions stay"),
    MANDAT_RULE("P6.hold",
                "An account that its desk has not validated has a password and opens nothing; the sign-in page says "
                "why"),
};

inline constexpr base::Figure<int> proof_numbers{"P6.proof_numbers", 100'000};  // a fraction of a second for a page
inline constexpr base::Figure<base::Duration> challenge_life{"P6.challenge_life", base::hours{2}};
inline constexpr base::Figure<base::Duration> confirmation_delay{"P6.confirmation_delay", base::hours{24}};
inline constexpr base::Figure<base::Duration> reset_delay{"P6.reset_delay", base::minutes{30}};
inline constexpr base::Figure<base::Duration> email_change_delay{"P6.email_change_delay", base::hours{24}};
inline constexpr base::Figure<int> changes_an_hour{"P6.email_changes_an_hour", 3};
inline constexpr base::Figure<int> most_tries{"P6.most_code_tries", 5};

struct Quota {
  base::Figure<int> most;
  base::Figure<base::Duration> window;
};
inline constexpr Quota proven_quota{{"P6.proven_quota", 12}, {"P6.proven_window", base::hours{1}}};
inline constexpr Quota unproven_quota{{"P6.unproven_quota", 4}, {"P6.unproven_window", base::hours{1}}};
inline constexpr Quota mail_quota{{"P6.mail_quota", 3}, {"P6.mail_window", base::hours{1}}};

struct Usage {
  std::int64_t used = 0;
  base::Instant since = {};
};
// The usage with one more, beginning anew once the window is over.
inline Usage one_more(const Quota& quota, const Usage& usage, base::Instant now) {
  if (usage.used == 0 || now - usage.since >= quota.window.value()) return {1, now};
  return {usage.used + 1, usage.since};
}
inline bool within(const Quota& quota, const Usage& usage) { return usage.used <= quota.most.value(); }

}  // namespace joining
