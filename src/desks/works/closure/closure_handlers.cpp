#include "desks/works/closure/closure_actions.hpp"
#include "desks/works/closure/closure_pages.hpp"
#include "desks/works/deposit/deposit.hpp"
#include "desks/works/file/file_again.hpp"
#include "desks/works/lot/lot.hpp"
#include "desks/works/mandate/job_view.hpp"
#include "desks/works/typed.hpp"
#include "floor/visit/page.hpp"

namespace works::closure {
namespace {

using base::Refusals;
using web::html::Url;

web::Response back(visit::Visit& visit, ClaimId claim, const base::Outcome<base::Done>& done, std::string sentence) {
  if (!done) return file::show_again(visit, claim, done.refusals());
  return visit::see_other(visit, Url::path("/travaux/dossiers/{}", claim), {web::ui::Tone::good, std::move(sentence)});
}

}  // namespace

web::Response post_job_closure(visit::Visit& visit) {
  using mandate::Paper;
  Refusals refusals;
  const auto amount = typed::optional_amount(visit.request.form, "invoiced_ht", refusals);
  if (amount && amount->cents <= 0) refusals.push_back({typed::bad_amount, "invoiced_ht"});
  const auto deposit = deposit::take(visit, "invoice_file");
  if (!deposit) return mandate::show_job_again(visit, refusals.empty() ? deposit.refusals() : refusals);
  if (refusals.empty())
    if (auto proposal = deposit::proposal_of(visit, *deposit, {amount, {}, false}))
      return mandate::show_job_again(visit, {}, Paper::invoice, std::move(*proposal));
  if (!amount && refusals.empty()) refusals.push_back({typed::amount_required, "invoiced_ht"});
  if (!refusals.empty())
    return mandate::show_job_again(visit, refusals, Paper::invoice, deposit::kept(visit, *deposit));
  const auto papers = chosen_papers(visit);
  if (!papers) return mandate::show_job_again(visit, papers.refusals(), Paper::invoice, deposit::kept(visit, *deposit));
  const auto done =
      close_job(visit.platform, visit.actor(), MandateId{visit.id()}, {deposit->document, *amount, *papers});
  if (!done) return mandate::show_job_again(visit, done.refusals());
  return visit::see_other(visit, Url::path("/chantiers/{}", visit.id()),
                          {web::ui::Tone::good, "Le chantier est clos. La commission est enregistrée."});
}

web::Response post_file_closure(visit::Visit& visit) {
  const ClaimId claim{visit.id()};
  Refusals refusals;
  const auto day = typed::optional_day(visit.request.form, "reimbursed_on", refusals);
  if (!refusals.empty()) return file::show_again(visit, claim, refusals);
  return back(visit, claim, close_file(visit.platform, visit.actor(), claim, day),
              "Le dossier est clos de votre côté.");
}

web::Response post_abandonment(visit::Visit& visit) {
  const ClaimId claim{visit.id()};
  const auto reason = claim::abandonment_from_text(visit.request.form.get("reason"));
  if (!reason) return file::show_again(visit, claim, {{typed::choice_missing, "reason"}});
  return back(visit, claim, abandon(visit.platform, visit.actor(), claim, *reason),
              "Le dossier est classé sans suite.");
}

web::Response post_lot_abandonment(visit::Visit& visit) {
  const auto lot = visit.platform.database.read([&](db::Transaction& tx) { return lot::find(tx, LotId{visit.id()}); });
  if (!lot) return visit::not_found(visit);
  const auto reason = claim::abandonment_from_text(visit.request.form.get("reason"));
  if (!reason) return file::show_again(visit, lot->claim, {{typed::choice_missing, "reason"}});
  return back(visit, lot->claim, abandon_lot(visit.platform, visit.actor(), lot->id, *reason),
              "Le lot est classé sans suite.");
}

}  // namespace works::closure
