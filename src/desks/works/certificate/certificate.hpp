// The certificates kept with a job: those in force on the day its works begin (W8).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/outcome.hpp"
#include "desks/works/certificate/certificate_rules.hpp"
#include "desks/works/claim/claim_ids.hpp"
#include "desks/works/mandate/mandate.hpp"
#include "floor/platform/platform.hpp"

namespace works::certificate {

inline constexpr base::RefusalCode start_missing{base::RefusalKind::invalid, "works.certificate.start_missing"};
inline constexpr base::RefusalCode start_too_early{base::RefusalKind::invalid, "works.certificate.start_too_early"};
inline constexpr base::RefusalCode start_too_far{base::RefusalKind::invalid, "works.certificate.start_too_far"};

enum class Said {
  assumed,  // nobody said when: the day of acceptance
  firm,
};
struct Start {
  MandateId mandate;
  base::Day starts_on;
  Said said;
  std::vector<std::string> uncovered;  // trades without certificate that day, slugs
  std::int64_t task;                   // what the administrators' task is known by; 0: none
  std::vector<Covering> certificates;  // document: of the claim's file
};

// Store
void save(db::Transaction& tx, const Start& start);  // its certificates too
std::optional<Start> find(db::Transaction& tx, MandateId mandate);
std::map<MandateId, Start> of(db::Transaction& tx, const std::vector<MandateId>& mandates);
std::vector<MandateId> uncovered_among(db::Transaction& tx, const std::vector<MandateId>& mandates);

// Acts
// W8: from acceptance on, for that day, within mandate::begin_job's act.
void keep(platform::Act& act, const mandate::Mandate& mandate);
// The firm tells when the works begin, as long as it holds the job: not before its acceptance.
base::Outcome<base::Done> set_start(platform::Platform& platform, const identity::Actor& tradesman, MandateId mandate,
                                    std::optional<base::Day> day);
// Its certificates have changed: jobs that lacked one may have it now. What is kept stays.
void note_coverages(platform::Act& act, identity::OrganisationId firm);

}  // namespace works::certificate
