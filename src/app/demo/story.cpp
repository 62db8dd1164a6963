#include "app/demo/story.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/demo/papers.hpp"
#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/works/claim/declaration.hpp"
#include "desks/works/claim/insurer.hpp"
#include "desks/works/closure/closure_actions.hpp"
#include "desks/works/mandate/mandate_actions.hpp"
#include "desks/works/matching/matching.hpp"
#include "desks/works/quote/quote_actions.hpp"

namespace app::demo {
namespace {

using works::claim::Form;

platform::Platform& platform_of(Stage& stage) { return stage.house.platform(); }

template <class F>
auto reading(Stage& stage, F&& work) {
  return platform_of(stage).database.read(std::forward<F>(work));
}

std::vector<works::lot::Lot> lots_of(Stage& stage, const Story& story) {
  return reading(stage, [&](db::Transaction& tx) { return works::lot::of_claim(tx, story.claim); });
}

// The mandates that are live now, one a lot.
std::vector<works::mandate::Mandate> live_mandates(Stage& stage, const Story& story) {
  auto all = reading(stage, [&](db::Transaction& tx) { return works::mandate::of_claim(tx, story.claim); });
  std::erase_if(all, [](const auto& mandate) { return !works::mandate::live(mandate.state); });
  return all;
}

identity::Actor firm_actor(const Stage& stage, identity::OrganisationId firm) {
  const auto found = std::find_if(stage.cast.tradesmen.begin(), stage.cast.tradesmen.end(),
                                  [&](const Player& player) { return player.actor.organisation == firm; });
  MANDAT_ASSERT(found != stage.cast.tradesmen.end());
  return found->actor;
}

std::vector<Form::TradeChoice> trades_of(const Loss& loss) {
  std::vector<Form::TradeChoice> choices;
  int lot = 0;
  for (const auto part : base::split(loss.trades, ';')) {
    ++lot;
    for (const auto trade : base::split(part, '+')) choices.push_back({std::string(trade), lot});
  }
  return choices;
}

Form form_of(Stage& stage, const Story& story) {
  auto& dice = stage.dice;
  const auto insurers = works::claim::insurers();
  const auto& insurer = insurers[static_cast<std::size_t>(dice.between(0, static_cast<int>(insurers.size()) - 1))];
  const auto today = base::paris::day_of(stage.clock.now());
  Form form;
  form.kind = story.loss.kind;
  form.loss_day = (today - dice.between(0, 6)).iso();
  form.insured_name = person(dice);
  form.insured_phone = mobile(5000 + static_cast<int>(story.number)).e164();
  if (dice.percent(70)) form.insured_email = mail_name(form.insured_name) + "@courriel.example";
  form.address = street(dice);
  form.postal_code = story.place.postal_code;
  form.insee = story.place.insee;
  form.description = story.loss.description;
  form.insurer = insurer.slug;
  form.insurer_email = "sinistres@" + std::string(insurer.slug) + ".example";
  form.insurer_claim_number = fmt::format("{}{:07}", "S", dice.between(1, 9'999'999));
  form.form_key = fmt::format("demo-{}", story.number);
  form.emergency = story.loss.emergency;
  form.insured_informed = true;
  form.trades = trades_of(story.loss);
  return form;
}

bool declare(Stage& stage, Story& story) {
  const auto declaration = works::claim::check(form_of(stage, story), base::paris::day_of(stage.clock.now()));
  MANDAT_ASSERT(declaration);
  std::vector<documents::Prepared> photos;
  for (int i = 0; i < stage.dice.between(0, 2); ++i) {
    const auto file =
        photo(stage.folder, fmt::format("photo-{}.jpg", i + 1), story.number * 3 + static_cast<unsigned>(i));
    if (auto ready = platform_of(stage).documents.prepare(story.broker.organisation, file, documents::Accept::image))
      photos.push_back(*ready);
  }
  const auto claim = works::claim::declare(platform_of(stage), story.broker, *declaration, photos);
  if (claim) story.claim = *claim;
  return claim.ok();
}

// One of the best three proposed, for each lot that needs a firm.
bool mandate_all(Stage& stage, Story& story) {
  for (const auto& lot : lots_of(stage, story)) {
    if (lot.state != works::lot::State::to_assign) continue;
    const auto matches = reading(stage, [&](db::Transaction& tx) {
      return works::matching::find(tx, *works::claim::find(tx, story.claim), lot, stage.clock.now(), 3);
    });
    if (matches.empty()) return false;
    const auto choice = static_cast<std::size_t>(stage.dice.between(0, static_cast<int>(matches.size()) - 1));
    const auto asked = works::mandate::ask(platform_of(stage), story.broker, lot.id, matches[choice].firm.organisation);
    if (!asked) return false;
  }
  return true;
}

bool answer_all(Stage& stage, Story& story, works::mandate::Choice choice) {
  constexpr const char* reasons[] = {"Planning complet jusqu’à la fin du mois.", "Trop loin de mes autres chantiers.",
                                     ""};
  for (const auto& mandate : live_mandates(stage, story)) {
    if (mandate.state != works::mandate::State::asked) continue;
    const char* over = stage.dice.percent(75) ? "sms" : "mail";
    const platform::Author author{platform::Cause::link, {}, mandate.tradesman, over};
    const auto answered = platform_of(stage).act(author, [&](platform::Act& act) {
      return works::mandate::answer(
          act, mandate.id, mandate.tradesman,
          {choice, choice == works::mandate::Choice::refuse ? stage.dice.pick(reasons) : "", over});
    });
    if (!answered) return false;
  }
  return true;
}

bool upload_all(Stage& stage, Story& story) {
  for (const auto& mandate : live_mandates(stage, story)) {
    if (mandate.state != works::mandate::State::accepted) continue;
    const auto firm = firm_actor(stage, mandate.tradesman);
    const base::Money ht{stage.dice.between(280, 6200) * 100 + stage.dice.between(0, 19) * 5};
    const base::Money ttc = ht + base::apply(base::Rate::percent(10), ht);
    const auto file =
        pdf(stage.folder, fmt::format("devis-{}.pdf", story.number),
            {firm.organisation_name, "", "DEVIS", mandate.trades_text + ", " + mandate.place_name, "",
             "Total HT : " + base::french::euros(ht), "TVA 10 %", "Total TTC : " + base::french::euros(ttc)});
    const auto ready = platform_of(stage).documents.prepare(firm.organisation, file, documents::Accept::pdf);
    if (!ready || !works::quote::upload(platform_of(stage), firm, mandate.id, {*ready, ht, ttc})) return false;
  }
  return true;
}

// The current quote of each lot.
std::vector<works::quote::Quote> quotes_of(Stage& stage, const Story& story) {
  std::vector<works::quote::Quote> found;
  for (const auto& mandate : live_mandates(stage, story))
    if (auto quote = reading(stage, [&](db::Transaction& tx) { return works::quote::latest_of(tx, mandate.id); }))
      found.push_back(*quote);
  return found;
}

bool send_all(Stage& stage, Story& story) {
  const auto claim = reading(stage, [&](db::Transaction& tx) { return works::claim::find(tx, story.claim); });
  const auto address = base::EmailAddress::parse(claim->insurer_email.value_or("sinistres@assureur.example"));
  for (const auto& quote : quotes_of(stage, story))
    if (!works::quote::send_to_insurer(platform_of(stage), story.broker, quote.id, *address, "")) return false;
  return true;
}

bool plan_visits(Stage& stage, Story& story) {
  const auto day = base::paris::day_of(stage.clock.now()) + stage.dice.between(12, 24);
  for (const auto& quote : quotes_of(stage, story))
    if (!works::quote::plan_visit(platform_of(stage), story.broker, quote.id, day)) return false;
  return true;
}

bool decide_all(Stage& stage, Story& story) {
  using works::quote::Answer;
  const auto today = base::paris::day_of(stage.clock.now());
  for (const auto& quote : quotes_of(stage, story)) {
    works::quote::Decision decision{Answer::validated, today};
    if (story.ending == Ending::quote_refused)
      decision = {Answer::refused, today, {}, "Prix au-dessus du barème"};
    else if (stage.dice.percent(20))
      decision = {Answer::adjusted, today, base::Money{quote.amount_ht.cents / 10 * 9},
                  "Vétusté sur les embellissements"};
    if (!works::quote::decide(platform_of(stage), story.broker, quote.id, decision)) return false;
    if (decision.answer == Answer::refused) continue;
    const works::quote::Terms terms{base::Money::euros(150),
                                    base::Money::euros(stage.dice.between(0, 4) * 50),
                                    base::Money::euros(50),
                                    {},
                                    today,
                                    {}};
    if (!works::quote::record_terms(platform_of(stage), story.broker, quote.id, terms)) return false;
  }
  return true;
}

bool close_jobs(Stage& stage, Story& story) {
  for (const auto& quote : quotes_of(stage, story)) {
    const auto mandate = reading(stage, [&](db::Transaction& tx) { return works::mandate::find(tx, quote.mandate); });
    const auto firm = firm_actor(stage, mandate->tradesman);
    const auto ht = quote.agreed_ht.value_or(quote.amount_ht);
    const auto file = pdf(stage.folder, fmt::format("facture-{}.pdf", story.number),
                          {firm.organisation_name, "", "FACTURE", mandate->trades_text + ", " + mandate->place_name, "",
                           "Total HT : " + base::french::euros(ht)});
    const auto ready = platform_of(stage).documents.prepare(firm.organisation, file, documents::Accept::pdf);
    if (!ready || !works::closure::close_job(platform_of(stage), firm, mandate->id, {*ready, ht})) return false;
  }
  return true;
}

bool close_file(Stage& stage, Story& story) {
  return works::closure::close_file(platform_of(stage), story.broker, story.claim,
                                    base::paris::day_of(stage.clock.now()))
      .ok();
}

bool abandon(Stage& stage, Story& story) {
  const auto reason = works::claim::abandonments[static_cast<std::size_t>(stage.dice.between(0, 3))];
  return works::closure::abandon(platform_of(stage), story.broker, story.claim, reason).ok();
}

// What comes after a step, for each ending: the act, and between which hours. Nothing: the story rests there.
struct Next {
  Act act;
  int soonest_hours, latest_hours;
};
std::optional<Next> next_of(Ending ending, Act done) {
  switch (done) {
    case Act::declare:
      if (ending == Ending::to_assign) return std::nullopt;
      return Next{Act::mandate, 0, 1};
    case Act::mandate:
      if (ending == Ending::awaiting_answer || ending == Ending::to_reassign_after_silence) return std::nullopt;
      return Next{Act::answer, 1, 14};
    case Act::answer:
      if (ending == Ending::awaiting_quote || ending == Ending::quote_overdue ||
          ending == Ending::to_reassign_after_refusal)
        return std::nullopt;
      if (ending == Ending::abandoned) return Next{Act::abandon, 24, 60};
      return Next{Act::upload, 10, 44};
    case Act::upload:
      if (ending == Ending::quote_received) return std::nullopt;
      return Next{Act::send, 2, 30};
    case Act::send:
      if (ending == Ending::at_insurer) return std::nullopt;
      if (ending == Ending::visit_planned) return Next{Act::plan_visit, 4, 40};
      return Next{Act::decide, 60, 150};
    case Act::decide:
      if (ending == Ending::quote_refused || ending == Ending::quote_validated) return std::nullopt;
      if (ending == Ending::broker_closed) return Next{Act::close_file, 200, 500};
      return Next{Act::close_job, 200, 400};
    case Act::close_job:
      if (ending == Ending::closed) return Next{Act::close_file, 10, 120};
      return std::nullopt;
    case Act::plan_visit:
    case Act::close_file:
    case Act::abandon:
      break;
  }
  return std::nullopt;
}

bool perform(Stage& stage, Story& story, Act act) {
  switch (act) {
    case Act::declare:
      return declare(stage, story);
    case Act::mandate:
      return mandate_all(stage, story);
    case Act::answer:
      return answer_all(stage, story,
                        story.ending == Ending::to_reassign_after_refusal ? works::mandate::Choice::refuse
                                                                          : works::mandate::Choice::accept);
    case Act::upload:
      return upload_all(stage, story);
    case Act::send:
      return send_all(stage, story);
    case Act::plan_visit:
      return plan_visits(stage, story);
    case Act::decide:
      return decide_all(stage, story);
    case Act::close_job:
      return close_jobs(stage, story);
    case Act::close_file:
      return close_file(stage, story);
    case Act::abandon:
      return abandon(stage, story);
  }
  return false;
}

}  // namespace

std::vector<Step> play(Stage& stage, Story& story, const Step& step) {
  if (!perform(stage, story, step.act)) return {};
  const auto next = next_of(story.ending, step.act);
  if (!next) return {};
  const auto minutes = stage.dice.between(next->soonest_hours * 60 + 3, next->latest_hours * 60 + 5);
  return {{step.at + base::minutes(minutes), step.story, next->act}};
}

}  // namespace app::demo
