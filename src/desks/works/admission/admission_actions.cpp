// What applicants and administrators do: each act is one transaction (W1 to W8).
#include <algorithm>

#include "base/text.hpp"
#include "desks/works/admission/application.hpp"
#include "desks/works/admission/letters.hpp"
#include "desks/works/certificate/certificate.hpp"
#include "desks/works/discipline/discipline.hpp"
#include "desks/works/mandate/departure.hpp"
#include "desks/works/mandate/mandate_actions.hpp"
#include "desks/works/trade/trade.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/held_accounts.hpp"
#include "floor/identity/organisations.hpp"

namespace works::admission {
namespace {

constexpr std::size_t longest_reason = 500;  // characters
constexpr int every_mandate = 10'000;

void fact(platform::Act& act, std::string_view code, identity::OrganisationId organisation,
          audit::Details details = {}) {
  details.insert(details.begin(), {"firm", std::to_string(organisation.value)});
  audit::record(act, {code, file_of_application(organisation), std::move(details)});
}

bool needs_decennale(std::string_view slug) {
  const auto* trade = trade::find(slug);
  return trade != nullptr && trade->needs_decennale();
}

std::string reason_of(const Verdict& verdict) { return base::squeeze(verdict.reason); }

base::Refusals wrong(platform::Act& act, const Paper& paper, const Verdict& verdict) {
  base::Refusals refusals;
  if (verdict.kind == Verdict::Kind::refuse) {
    const std::string reason = reason_of(verdict);
    if (reason.empty() || base::count_code_points(reason) > longest_reason)
      refusals.push_back({reason_missing, "reason"});
    return refusals;
  }
  const base::Day today = base::paris::day_of(act.now);
  const Term term = term_of(paper.kind);
  if ((term == Term::periodic || term == Term::as_written) && !verdict.valid_until)
    refusals.push_back({last_day_missing, "valid_until"});
  if (verdict.valid_until && *verdict.valid_until < today) refusals.push_back({paper_over, "valid_until"});
  if (paper.kind == PaperKind::decennale && verdict.trades.empty()) refusals.push_back({no_trade_ticked, "trades"});
  return refusals;
}

}  // namespace

void cover(platform::Act& act, const Paper& paper, const std::vector<std::string>& trades, base::Day from,
           const std::string& certificate) {
  if (!tradesman::find(act.tx, paper.organisation)) return;
  auto coverages = tradesman::coverages_of(act.tx, paper.organisation);
  const auto same = [&](const tradesman::Coverage& known) {
    return known.valid_from == from && std::find(trades.begin(), trades.end(), known.trade) != trades.end();
  };
  coverages.erase(std::remove_if(coverages.begin(), coverages.end(), same), coverages.end());
  for (const auto& slug : trades) coverages.push_back({slug, from, *paper.valid_until, certificate, paper.document});
  tradesman::replace_coverages(act.tx, paper.organisation, coverages);
  certificate::note_coverages(act, paper.organisation);
}

namespace {

void cover_by(platform::Act& act, const Paper& paper, const Verdict& verdict) {
  const base::Day from = verdict.valid_from.value_or(base::paris::day_of(act.now));
  const auto declared = declared_trades(act.tx, paper.organisation);
  std::vector<std::string> trades;
  for (const auto& slug : declared) {
    const bool by_decennale = needs_decennale(slug);
    const bool ticked = std::find(verdict.trades.begin(), verdict.trades.end(), slug) != verdict.trades.end();
    // A trade without building work stands under the firm's liability instead (W8).
    if (paper.kind == PaperKind::decennale ? by_decennale && ticked : !by_decennale) trades.push_back(slug);
  }
  const std::string certificate = base::squeeze(verdict.certificate);
  cover(act, paper, trades, from, certificate.empty() ? std::string(label(paper.kind)) : certificate);
}

base::Outcome<base::Done> accept(platform::Act& act, Paper paper, const Verdict& verdict) {
  paper.state = PaperState::accepted;
  paper.valid_until = verdict.valid_until;
  paper.reason.clear();
  put(act.tx, paper);
  if (paper.kind == PaperKind::decennale || paper.kind == PaperKind::liability) cover_by(act, paper, verdict);
  if (paper.kind == PaperKind::decennale) settle_trades(act.tx, paper.organisation);
  start_validity(act, paper);
  fact(act, "works.paper.accepted", paper.organisation, {{"kind", std::string(to_text(paper.kind))}});
  return base::Done{};
}

base::Outcome<base::Done> refuse(platform::Act& act, Paper paper, const Verdict& verdict) {
  paper.state = PaperState::refused;
  paper.reason = reason_of(verdict);
  put(act.tx, paper);
  fact(act, "works.paper.refused", paper.organisation, {{"kind", std::string(to_text(paper.kind))}});
  return base::Done{};
}

// W7: what he has not answered goes back to its broker; what he accepted stays his to its end.
void give_back_requests(platform::Act& act, identity::OrganisationId firm) {
  for (const auto& mandate : mandate::of_tradesman(act.tx, firm, true, {}, every_mandate)) {
    if (mandate.state != mandate::State::asked) continue;
    const auto answered =
        mandate::answer(act, mandate.id, firm, {mandate::Choice::refuse, "L’entreprise a quitté le réseau.", "space"});
    MANDAT_ASSERT(answered.ok() || answered.refusal().code.kind == base::RefusalKind::conflict);  // its delay is over
  }
}

// W2: a line each, and one to add. Where one is required, any that is accepted will do, and the first sent stands for
// it meanwhile.
void add_qualifications(std::vector<Item>& items, Need need, const std::vector<Paper>& papers) {
  std::vector<Item> own;
  for (const Paper& paper : papers)
    if (paper.kind == PaperKind::qualification) own.push_back({PaperKind::qualification, need, paper});
  own.push_back({PaperKind::qualification, need});
  const auto accepted =
      std::find_if(own.begin(), own.end(), [](const Item& item) { return item.state() == PaperState::accepted; });
  if (need == Need::required) {
    const auto counts = accepted != own.end() ? accepted : own.begin();
    for (auto item = own.begin(); item != own.end(); ++item)
      if (item != counts) item->need = Need::optional;
  }
  items.insert(items.end(), own.begin(), own.end());
}

base::Outcome<base::Done> check_qualification(const std::vector<Item>& items, const Upload& upload) {
  const std::string name = base::squeeze(upload.name);
  if (name.empty() || base::count_code_points(name) > longest_name)
    return base::Refusal{name_missing, "name", {std::to_string(longest_name)}};
  const auto known = std::count_if(
      items.begin(), items.end(), [](const Item& item) { return item.kind == PaperKind::qualification && item.paper; });
  if (!upload.replaces && known >= most_qualifications)
    return base::Refusal{too_many_qualifications, {}, {std::to_string(most_qualifications)}};
  return base::Done{};
}

}  // namespace

std::vector<Item> items_of(db::Transaction& tx, const Application& application) {
  return items_of(tx, std::vector{application}).front();
}

std::vector<std::vector<Item>> items_of(db::Transaction& tx, const std::vector<Application>& applications) {
  Firms firms;
  for (const auto& application : applications) firms.push_back(application.organisation);
  const auto needs = checklist(tx);
  auto trades = declared_trades(tx, firms);
  auto papers = papers_of(tx, firms);
  std::vector<std::vector<Item>> all;
  for (const auto& application : applications) {
    const auto& declared = trades[application.organisation];
    const bool builds = std::any_of(declared.begin(), declared.end(), [](const auto& t) { return needs_decennale(t); });
    auto& items = all.emplace_back();
    for (const PaperKind kind : paper_kinds) {
      Item item{kind, needs.at({application.role, kind})};
      if (kind == PaperKind::decennale && !declared.empty() && !builds) item.need = Need::optional;
      if (kind == PaperKind::qualification) {
        add_qualifications(items, item.need, papers[application.organisation]);
        continue;
      }
      for (const Paper& paper : papers[application.organisation])
        if (paper.kind == kind) item.paper = paper;
      items.push_back(std::move(item));
    }
  }
  return all;
}

std::vector<Item> asked_of(std::vector<Item> items) {
  std::erase_if(items, [](const Item& item) { return item.need == Need::unasked && !item.paper; });
  return items;
}

base::Outcome<base::Done> upload(platform::Act& act, identity::OrganisationId organisation, const Upload& upload) {
  const auto application = find(act.tx, organisation);
  if (!application) return unknown_application;
  if (application->state == State::left) return already_left;
  const auto items = asked_of(items_of(act.tx, *application));
  const bool several = upload.kind == PaperKind::qualification;
  const auto item = std::find_if(items.begin(), items.end(), [&](const Item& one) {
    return one.kind == upload.kind && (!several || (one.paper ? one.paper->id : PaperId{}) == upload.replaces);
  });
  if (item == items.end()) return unknown_paper;
  if (several)
    if (auto fit = check_qualification(items, upload); !fit) return fit;
  MANDAT_ASSERT(paper_transitions.next(item->state(), PaperEvent::upload));
  const auto document = documents::attach(act, upload.file,
                                          {.owner = organisation,
                                           .file = file_of_application(organisation),
                                           .subject_kind = paper_subject,
                                           .subject_id = organisation.value,
                                           .kind = to_text(upload.kind)});
  Paper paper{.id = item->paper ? item->paper->id : PaperId{act.ids.next()},
              .organisation = organisation,
              .kind = upload.kind,
              .state = PaperState::received,
              .document = document,
              .received = act.now,
              .decided = {},
              .decided_by = {},
              .reason = {},
              .valid_until = {},
              .name = several ? base::squeeze(upload.name) : std::string()};
  // The delays of the paper before run on: until the new one is accepted, the old one ends, or has ended, on its day.
  if (item->paper) paper.valid_until = item->paper->valid_until;
  put(act.tx, paper);
  fact(act, "works.paper.received", organisation, {{"kind", std::string(to_text(upload.kind))}});
  follow_waiting(act, *application);
  follow_missing(act, *application);
  return base::Done{};
}

base::Outcome<base::Done> judge(platform::Platform& platform, const identity::Actor& administrator, PaperId id,
                                const Verdict& verdict) {
  return platform.act(platform::Author::of(administrator), [&](platform::Act& act) -> base::Outcome<base::Done> {
    auto paper = find_paper(act.tx, id);
    if (!paper) return unknown_paper;
    const bool accepts = verdict.kind == Verdict::Kind::accept;
    if (!paper_transitions.next(paper->state, accepts ? PaperEvent::accept : PaperEvent::refuse)) return not_to_judge;
    if (auto refusals = wrong(act, *paper, verdict); !refusals.empty()) return refusals;
    paper->decided = act.now;
    paper->decided_by = administrator.account;
    auto done = accepts ? accept(act, *paper, verdict) : refuse(act, *paper, verdict);
    const auto application = find(act.tx, paper->organisation).value();
    follow_waiting(act, application);
    follow_lapse(act, application);
    note_verdict(act, application, *find_paper(act.tx, id));
    return done;
  });
}

base::Outcome<base::Done> validate(platform::Platform& platform, const identity::Actor& administrator,
                                   identity::OrganisationId organisation) {
  return platform.act(platform::Author::of(administrator), [&](platform::Act& act) -> base::Outcome<base::Done> {
    auto application = find(act.tx, organisation);
    if (!application) return unknown_application;
    if (application->state != State::submitted) return already_decided;
    if (!complete(items_of(act.tx, *application))) return not_complete;
    application->state = State::validated;
    application->decided = act.now;
    application->decided_by = administrator.account;
    save(act.tx, *application);
    follow_waiting(act, *application);
    follow_missing(act, *application);
    if (auto firm = tradesman::find(act.tx, organisation)) {
      firm->state = tradesman::State::active;
      tradesman::save(act.tx, *firm);
    }
    for (const auto account : identity::held_members(act.tx, organisation)) identity::release(act, account);
    letters::validated(act, organisation, platform.settings.public_url);
    fact(act, "works.application.validated", organisation);
    return base::Done{};
  });
}

base::Outcome<base::Done> leave(platform::Platform& platform, const identity::Actor& member) {
  return platform.act(platform::Author::of(member), [&](platform::Act& act) -> base::Outcome<base::Done> {
    auto firm = tradesman::find(act.tx, member.organisation);
    auto application = application_of(act, member.organisation);
    if (application.state == State::left) return already_left;
    application.state = State::left;
    application.left = act.now;
    application.waiting_since.reset();
    save(act.tx, application);
    deadlines::cancel_all(act, application_subject, member.organisation.value);
    deadlines::cancel_all(act, missing_subject, member.organisation.value);
    deadlines::cancel_all(act, refusals_subject, member.organisation.value);
    for (const Paper& paper : papers_of(act.tx, member.organisation))
      deadlines::cancel_all(act, paper_subject, paper.id.value);
    if (firm) {
      discipline::note_departure(act, member.organisation);
      give_back_requests(act, member.organisation);
      mandate::note_firm_stopped(act, member.organisation, mandate::Stop::left);
      firm = tradesman::find(act.tx, member.organisation);
      firm->state = tradesman::State::left;
      tradesman::save(act.tx, *firm);
    }
    mandate::note_broker_left(act, member.organisation);
    letters::farewell(act, member.organisation);
    fact(act, "works.application.left", member.organisation);
    return base::Done{};
  });
}

// A partner from before there were applications has one from now on, with the trades he is covered for.
Application application_of(platform::Act& act, identity::OrganisationId organisation) {
  if (const auto known = find(act.tx, organisation)) return *known;
  const bool tradesman = tradesman::find(act.tx, organisation).has_value();
  const Application made{.organisation = organisation,
                         .role = tradesman ? Role::tradesman : Role::broker,
                         .state = State::validated,
                         .orias = {},
                         .submitted = act.now,
                         .waiting_since = {},
                         .decided = {}};
  std::vector<std::string> trades;
  for (const auto& coverage : tradesman::coverages_of(act.tx, organisation)) trades.push_back(coverage.trade);
  insert(act.tx, made, trades);
  return made;
}

bool has_left(db::Transaction& tx, identity::OrganisationId organisation) {
  const auto application = find(tx, organisation);
  return application && application->state == State::left;
}

}  // namespace works::admission
