// What a departure does to jobs and requests (W7, W18, W20): they are finished or reassigned, and each side is told.
#pragma once

#include "desks/works/mandate/mandate_actions.hpp"

namespace works::mandate {

inline constexpr base::Rule departure_rules[] = {
    MANDAT_RULE("W7.jobs",
                "The broker of each job that a firm holds is told when it leaves or is deactivated, and waits for the "
                "job's end or takes it back; a firm that has left gives its jobs back, one or all, without a warning"),
    MANDAT_RULE("W7.broker",
                "The requests that a leaving broker has no answer to are withdrawn at once and their firms told; the "
                "jobs that were accepted go on"),
};

inline constexpr RefusalCode not_left{RefusalKind::conflict, "works.mandate.not_left"};

enum class Stop { left, deactivated };
// Within the act that ends a firm's partnership: its jobs' brokers are told.
void note_firm_stopped(platform::Act& act, identity::OrganisationId firm, Stop why);
// Within the act by which a broker leaves.
void note_broker_left(platform::Act& act, identity::OrganisationId broker);

// Whether giving this job back now is recorded against its firm (W20).
bool brings_warning(db::Transaction& tx, const Mandate& mandate, base::Instant now);
// Every job of a firm that has left; how many.
base::Outcome<int> give_back_jobs(platform::Platform& platform, const identity::Actor& tradesman);

}  // namespace works::mandate
