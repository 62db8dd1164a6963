#include <algorithm>

#include "desks/works/admission/letters.hpp"
#include "desks/works/admission/trades.hpp"
#include "desks/works/trade/trade.hpp"
#include "floor/audit/audit.hpp"

namespace works::admission {
namespace {

using base::Done;
using base::Outcome;

void fact(platform::Act& act, std::string_view code, identity::OrganisationId organisation, std::string_view trade) {
  audit::record(act, {code,
                      file_of_application(organisation),
                      {{"firm", std::to_string(organisation.value)}, {"trade", std::string(trade)}}});
}

bool holds(const std::vector<std::string>& trades, std::string_view trade) {
  return std::find(trades.begin(), trades.end(), trade) != trades.end();
}

std::optional<Paper> in_force(db::Transaction& tx, identity::OrganisationId organisation, PaperKind kind,
                              base::Day today) {
  for (auto& paper : papers_of(tx, organisation)) {
    const bool valid = paper.kind == kind && paper.state == PaperState::accepted;
    if (valid && paper.valid_until && *paper.valid_until >= today) return paper;
  }
  return std::nullopt;
}

// What the certificate is called where it covers other trades already.
std::string called(db::Transaction& tx, const Paper& paper) {
  for (const auto& coverage : tradesman::coverages_of(tx, paper.organisation))
    if (coverage.document == paper.document) return coverage.certificate;
  return std::string(label(paper.kind));
}

}  // namespace

std::optional<Paper> certificate_in_force(db::Transaction& tx, identity::OrganisationId organisation, base::Day today) {
  return in_force(tx, organisation, PaperKind::decennale, today);
}

bool trade_to_tick(db::Transaction& tx, const Application& application) {
  if (application.state != State::validated || trades_to_tick(tx, application.organisation).empty()) return false;
  for (const auto& paper : papers_of(tx, application.organisation))
    if (paper.kind == PaperKind::decennale && paper.state == PaperState::accepted) return true;
  return false;
}

Outcome<Done> declare_trade(platform::Platform& platform, const identity::Actor& firm, std::string_view slug) {
  return platform.act(platform::Author::of(firm), [&](platform::Act& act) -> Outcome<Done> {
    const auto* trade = trade::find(slug);
    if (trade == nullptr) return base::Refusal{unknown_trade, "trade"};
    if (!tradesman::find(act.tx, firm.organisation)) return unknown_application;
    const auto application = application_of(act, firm.organisation);
    if (application.state == State::left) return already_left;
    if (holds(declared_trades(act.tx, firm.organisation), slug)) return base::Refusal{trade_known, "trade"};
    const auto today = base::paris::day_of(act.now);
    add_trade(act.tx, firm.organisation, slug, trade->needs_decennale() ? std::optional(act.now) : std::nullopt);
    if (!trade->needs_decennale())
      if (const auto liability = in_force(act.tx, firm.organisation, PaperKind::liability, today))
        cover(act, *liability, {std::string(slug)}, today, called(act.tx, *liability));
    fact(act, "works.trade.declared", firm.organisation, slug);
    follow_waiting(act, find(act.tx, firm.organisation).value());
    return Done{};
  });
}

Outcome<Done> withdraw_trade(platform::Platform& platform, const identity::Actor& firm, std::string_view slug) {
  return platform.act(platform::Author::of(firm), [&](platform::Act& act) -> Outcome<Done> {
    if (!tradesman::find(act.tx, firm.organisation)) return unknown_application;
    const auto application = application_of(act, firm.organisation);
    const auto declared = declared_trades(act.tx, firm.organisation);
    if (!holds(declared, slug)) return unknown_trade;
    if (declared.size() == 1) return last_trade;
    remove_trade(act.tx, firm.organisation, slug);
    const auto yesterday = base::paris::day_of(act.now) - 1;
    auto coverages = tradesman::coverages_of(act.tx, firm.organisation);
    std::erase_if(coverages,
                  [&](const tradesman::Coverage& one) { return one.trade == slug && one.valid_from > yesterday; });
    for (auto& one : coverages)
      if (one.trade == slug) one.valid_until = std::min(one.valid_until, yesterday);
    tradesman::replace_coverages(act.tx, firm.organisation, coverages);
    fact(act, "works.trade.withdrawn", firm.organisation, slug);
    follow_waiting(act, application);
    return Done{};
  });
}

Outcome<Done> tick_trades(platform::Platform& platform, const identity::Actor& administrator,
                          identity::OrganisationId firm, const std::vector<std::string>& ticked) {
  return platform.act(platform::Author::of(administrator), [&](platform::Act& act) -> Outcome<Done> {
    const auto application = find(act.tx, firm);
    if (!application) return unknown_application;
    const auto today = base::paris::day_of(act.now);
    const auto certificate = certificate_in_force(act.tx, firm, today);
    const auto asked = trades_to_tick(act.tx, firm);
    if (!certificate || asked.empty()) return nothing_to_tick;
    std::vector<std::string> covered, uncovered;
    for (const auto& slug : asked) {
      const bool yes = holds(ticked, slug);
      fact(act, yes ? "works.trade.ticked" : "works.trade.not_covered", firm, slug);
      if (yes)
        covered.push_back(slug);
      else
        uncovered.emplace_back(trade::find(slug) ? trade::find(slug)->label : slug);
    }
    if (!covered.empty()) cover(act, *certificate, covered, today, called(act.tx, *certificate));
    if (!uncovered.empty()) letters::trades_not_covered(act, firm, uncovered);
    settle_trades(act.tx, firm);
    follow_waiting(act, *application);
    return Done{};
  });
}

}  // namespace works::admission
