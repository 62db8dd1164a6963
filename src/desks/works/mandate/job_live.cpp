// What tells a firm's pages that they have changed (P15), and the address of the job a claim is to it.
#include <algorithm>

#include "desks/works/claim/claim.hpp"
#include "desks/works/mandate/mandate.hpp"
#include "desks/works/mandate/mandate_pages.hpp"
#include "floor/live/live.hpp"
#include "floor/visit/page.hpp"

namespace works::mandate {

inline constexpr base::Rule live_rules[] = {
    MANDAT_RULE("P15.firm",
                "A firm's list and job page learn of changes of the claims that it holds, and of the end of what it "
                "held; of what happens to the claim afterwards they learn nothing"),
};

namespace {

// A page that shows a job as open must still learn that it ended, even one that asked late.
inline constexpr base::Figure<base::Duration> told_of_end{"P15.told_of_end", base::minutes(10)};

bool concerns(const Mandate& mandate, base::Instant now) {
  return !mandate.ended_at || now - *mandate.ended_at < told_of_end.value();
}

}  // namespace

bool concerns_firm(db::Transaction& tx, const platform::FileRef& file, identity::OrganisationId firm,
                   base::Instant now) {
  if (file.kind != claim_file_kind) return false;
  const auto own = of_tradesman(tx, firm, {ClaimId{file.id}});
  return std::any_of(own.begin(), own.end(), [&](const Mandate& mandate) { return concerns(mandate, now); });
}

web::Response list_changes(visit::Visit& visit) {
  return live::answer(visit, [&](db::Transaction& tx, const platform::FileRef& file) {
    return concerns_firm(tx, file, visit.actor().organisation, visit.now);
  });
}

web::Response job_changes(visit::Visit& visit) {
  const auto mandate =
      visit.platform.database.read([&](db::Transaction& tx) { return find(tx, MandateId{visit.id()}); });
  if (!mandate || mandate->tradesman != visit.actor().organisation) return visit::not_found(visit);
  return live::answer(visit, [&](db::Transaction&, const platform::FileRef& file) {
    return file == file_of(mandate->claim) && concerns(*mandate, visit.now);
  });
}

web::Response show_job_of_claim(visit::Visit& visit) {
  const auto own = visit.platform.database.read([&](db::Transaction& tx) {
    return of_tradesman(tx, visit.actor().organisation, std::vector<ClaimId>{{visit.id()}});
  });
  const auto latest = std::max_element(
      own.begin(), own.end(), [](const Mandate& one, const Mandate& other) { return one.asked_at < other.asked_at; });
  if (latest == own.end()) return visit::not_found(visit);
  return visit::see_other(web::html::Url::path("/chantiers/{}", latest->id));
}

}  // namespace works::mandate
