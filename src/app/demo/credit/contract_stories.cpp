#include "app/demo/credit/contract_stories.hpp"

#include <fmt/format.h>

#include "desks/credit/acceptance/advice.hpp"
#include "desks/credit/offer/comparison.hpp"
#include "desks/credit/offer/offer_actions.hpp"
#include "desks/credit/policy/policy_paper.hpp"
#include "desks/credit/policy/signing.hpp"
#include "desks/credit/portfolio/buyer.hpp"
#include "desks/credit/portfolio/questionnaire_rules.hpp"
#include "floor/documents/own_file.hpp"

namespace app::demo::credit_desk {
namespace {

using credit::PlacementId;
namespace acceptance = credit::acceptance;
namespace offer = credit::offer;
namespace policy = credit::policy;

enum class Ending { compared, proposed, to_sign, in_force };
struct Plot {
  std::string_view company;
  Ending ending;
};
constexpr Plot plots[] = {
    {"Électronique Beauvallon", Ending::compared},
    {"Charpentes du Vexin", Ending::proposed},
    {"Atelier Mirebeau", Ending::to_sign},
    {"Cartonnages Delorme", Ending::in_force},
};

struct Quoted {
  std::string_view insurer, rate, multiple, percentage, waiting;
  int minimum_permille;  // of the premium expected
};
constexpr Quoted quoted[] = {
    {"coface", "0,22", "30", "90", "150", 800},
    {"allianz-trade", "0,19", "25", "85", "180", 850},
    {"atradius", "0,25", "40", "90", "120", 750},
};
struct Flat {
  std::string_view insurer, premium, ceiling, limit;
};
constexpr Flat flat[] = {
    {"allianz-trade", "2 000", "1 000 000", "60 000"},
    {"coface", "2 350", "1 200 000", "80 000"},
};

std::string typed(base::Money amount) { return fmt::format("{}", amount.cents / 100); }

class Closer {
  template <class F>
  auto read(F work) {
    return house_.platform().database.read(work);
  }

 public:
  Closer(House& house, const CreditCast& cast, PlacementId id) : house_(house), cast_(cast), id_(id) {}

  void receive_flat() {
    const auto [domestic, abroad] = turnover();
    for (const Flat& one : flat) {
      auto form = dated();
      for (const auto& [name, value] : {std::pair<const char*, std::string_view>{"insurer", one.insurer},
                                        {"model", "forfait"},
                                        {"fixed_premium", one.premium},
                                        {"turnover_ceiling", one.ceiling},
                                        {"disbursement_amount", one.limit}})
        form.add(name, std::string(value));
      line(form, 1, "France", "domestic", "", domestic + abroad);
      enter(form);
    }
  }
  void receive_rated() {
    for (const Quoted& one : quoted) enter(rated(one, one.rate));
    auto better = rated(quoted[0], "0,2");
    better.add("note", "Taux ramené à 0,20 % contre un engagement de deux ans ; limite de décaissement maintenue.");
    const auto coface = read([&](db::Transaction& tx) { return offer::find(tx, id_, "coface"); });
    must(offer::revise(platform(), broker(), coface->id, better));
  }
  void advise() {
    const auto drafted = read([&](db::Transaction& tx) {
      return offer::drafted_recommendation(*offer::compare(tx, id_, broker(), today()));
    });
    web::Fields form;
    for (const auto& [name, value] : {std::pair<const char*, std::string>{"mandate_signed", today().iso()},
                                      {"orias", "07 999 999"},
                                      {"supervisor", "ACPR, 4 place de Budapest, CS 92459, 75436 Paris Cedex 09"},
                                      {"complaints", "reclamations@aldebert.example, puis le médiateur de l’assurance"},
                                      {"insurer_links", "Aucun lien capitalistique, aucune exclusivité."},
                                      {"remuneration", "Commission versée par l’assureur, 15 % de la prime HT."},
                                      {"needs", "Couvrir les clients professionnels, sans alourdir la gestion."},
                                      {"recommendation", drafted}})
      form.add(name, value);
    must(acceptance::save_advice(platform(), broker(), id_, form));
    web::Fields watch;
    for (const auto& [name, value] : {std::pair<const char*, std::string>{"identity_checked", today().iso()},
                                      {"identity_paper", "Extrait Kbis de moins de trois mois, pièce du dirigeant"},
                                      {"owners", "declared"},
                                      {"owners_named", "Le dirigeant, 100 %"},
                                      {"exposure", "none"},
                                      {"screening", "clear"},
                                      {"screened_on", today().iso()}})
      watch.add(name, value);
    must(acceptance::save_vigilance(platform(), broker(), id_, watch));
  }
  // What the advice was drafted for.
  std::string recommended() {
    return read([&](db::Transaction& tx) {
      const auto comparison = *offer::compare(tx, id_, broker(), today());
      return comparison.offers.at(offer::best(comparison, offer::Figure::usable).value_or(0)).offer.insurer;
    });
  }
  offer::OfferId propose(std::string_view insurer) {
    const auto chosen = read([&](db::Transaction& tx) { return offer::find(tx, id_, insurer); });
    must(offer::recommend(platform(), broker(), chosen->id));
    return chosen->id;
  }
  void accept(std::string_view insurer) {
    const auto chosen = propose(insurer);
    const auto name = placement().contact.name;
    must(platform().act({platform::Cause::link, {}, {}, "mail"}, [&](platform::Act& act) {
      return offer::take_answer(act, chosen, {.name = name, .words = {}, .at = act.now});
    }));
  }
  void send_for_signature(const std::string& number) {
    const auto terms = read([&](db::Transaction& tx) { return policy::terms_of(tx, id_, broker(), today()); });
    MANDAT_ASSERT(terms);
    const auto file =
        documents::keep_own_pdf(platform().documents, broker().organisation, policy::policy_pdf(*terms, number, now()),
                                "police-" + terms->placement.reference + ".pdf");
    MANDAT_ASSERT(file);
    must(policy::issue(platform(), broker(), id_, {number, policy::Origin::drawn, *file}));
    const auto contact = placement().contact;
    web::Fields form;
    form.add("name", contact.name);
    form.add("email", contact.email);
    form.add("phone", contact.phone);
    must(policy::send(platform(), broker(), id_, form));
  }
  void sign() {
    must(policy::ask_code(platform(), opened()));
    const auto& key = platform().settings.server_key;
    const auto code = read([&](db::Transaction& tx) {
      const auto link = links::find(tx, policy::latest_of(tx, opened_policy(tx))->code_link);
      return links::code(links::token(*link, key), key);
    });
    MANDAT_ASSERT(policy::type_code(platform(), opened(), code));
    policy::note_read(platform(), opened());
    const auto papers = policy::signing_papers(platform(), opened(), {now(), "192.0.2.14"});
    MANDAT_ASSERT(papers);
    must(policy::sign(platform(), opened(), *papers));
  }

 private:
  // Of the questionnaire, in France and abroad.
  std::pair<base::Money, base::Money> turnover() {
    return read([&](db::Transaction& tx) {
      const auto answers = credit::portfolio::answers_of(tx, id_);
      const credit::portfolio::Typed typed(answers);
      const auto whole = credit::portfolio::insurable_turnover(typed)->insurable;
      const auto abroad = std::min(typed.amount("export_sales").value_or(base::Money{}), whole);
      return std::pair{whole - abroad, abroad};
    });
  }
  web::Fields dated() {
    web::Fields form;
    form.add("issued", today().iso());
    return form;
  }
  static void line(web::Fields& form, int number, const char* name, const char* zone, std::string_view rate,
                   base::Money turnover) {
    form.add(fmt::format("line_name_{}", number), name);
    form.add(fmt::format("line_zone_{}", number), zone);
    form.add(fmt::format("line_rate_{}", number), std::string(rate));
    form.add(fmt::format("line_turnover_{}", number), typed(turnover));
  }
  web::Fields rated(const Quoted& one, std::string_view rate) {
    const auto [domestic, abroad] = turnover();
    constexpr std::int64_t usual = 220;  // 0.22 %, in units of 0.001 %
    const base::Money minimum{(domestic + abroad).cents / 100'000 * usual / 1000 * one.minimum_permille};
    auto form = dated();
    for (const auto& [name, value] : {std::pair<const char*, std::string>{"insurer", std::string(one.insurer)},
                                      {"model", "turnover_declaration"},
                                      {"minimum_premium", typed(minimum)},
                                      {"deposits", typed(minimum)},
                                      {"disbursement_multiple", std::string(one.multiple)},
                                      {"named_percentage", std::string(one.percentage)},
                                      {"unnamed_percentage", "80"},
                                      {"waiting_protracted", std::string(one.waiting)},
                                      {"fee_name_1", "Frais de limite"},
                                      {"fee_count_1", std::to_string(placement().buyers)},
                                      {"fee_unit_1", "38"}})
      form.add(name, value);
    line(form, 1, "France", "domestic", rate, domestic);
    line(form, 2, "Export", "export", rate, abroad);
    return form;
  }
  void enter(const web::Fields& form) {
    const auto entered = offer::enter(platform(), broker(), id_, form);
    MANDAT_ASSERT(entered);
  }
  policy::Opened opened() {
    return read([&](db::Transaction& tx) {
      const auto link = links::latest(tx, policy::sign_link, opened_policy(tx).value);
      const auto& settings = platform().settings;
      return *policy::open_signing(tx, links::token(*link, settings.server_key), settings, now());
    });
  }
  policy::PolicyId opened_policy(db::Transaction& tx) { return policy::latest_of(tx, id_)->id; }

  credit::placement::Placement placement() {
    return read([&](db::Transaction& tx) { return *credit::placement::find(tx, id_); });
  }
  static void must(const base::Outcome<base::Done>& done) { MANDAT_ASSERT(done); }
  platform::Platform& platform() { return house_.platform(); }
  const identity::Actor& broker() const { return cast_.broker.actor; }
  base::Instant now() { return platform().clock.now(); }
  base::Day today() { return base::paris::day_of(now()); }

  House& house_;
  const CreditCast& cast_;
  PlacementId id_;
};

const Plot* plot_of(std::string_view company) {
  for (const Plot& plot : plots)
    if (plot.company == company) return &plot;
  return nullptr;
}

}  // namespace

void receive_offers(House& house, const CreditCast& cast, const Closed& closed) {
  const Plot* plot = plot_of(closed.company);
  if (plot == nullptr) return;
  Closer closer(house, cast, closed.id);
  if (plot->ending == Ending::to_sign)
    closer.receive_flat();
  else
    closer.receive_rated();
  if (plot->ending != Ending::compared) closer.advise();
}

void conclude(House& house, const CreditCast& cast, const Closed& closed) {
  const Plot* plot = plot_of(closed.company);
  if (plot == nullptr || plot->ending == Ending::compared) return;
  Closer closer(house, cast, closed.id);
  if (plot->ending == Ending::proposed) {
    closer.propose(closer.recommended());
    return;
  }
  closer.accept(closer.recommended());
  const bool flat_rate = plot->ending == Ending::to_sign;
  closer.send_for_signature(flat_rate ? "F-20417" : "C-20388");
  if (!flat_rate) closer.sign();
}

}  // namespace app::demo::credit_desk
