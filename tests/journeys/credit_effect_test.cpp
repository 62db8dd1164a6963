// The accepted offer names the day of signature that decides the effect (C12).
#include <gmock/gmock.h>

#include <fstream>

#include "desks/credit/policy/policy_actions.hpp"
#include "floor/documents/own_file.hpp"
#include "support/contract_scene.hpp"
#include "support/files.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/served.hpp"

namespace {

namespace scene = support::contract_scene;
using support::form;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;

class CreditEffect : public support::HouseOnBothEngines {
 protected:
  static std::string text(auto id) { return std::to_string(id.value); }
  credit::PlacementId sent(const Person& broker, const scene::Pairs& offer) {
    const auto id = scene::presented(house(), broker);
    scene::accepted(house(), broker, id, offer);
    scene::watch(house(), broker, id);
    scene::issued(house(), broker, id);
    scene::sent(house(), broker, id);
    return id;
  }
  web::Response by_link(const std::string& token, std::vector<std::pair<std::string, std::string>> fields) {
    return house().post("/signature/" + token, nullptr, form(fields));
  }
  std::string words_of_policy(credit::PlacementId id) {
    const auto policy = scene::policy(house(), id);
    const auto document = read([&](db::Transaction& tx) { return documents::find(tx, policy.document).value(); });
    const support::TemporaryFolder folder;
    const auto path = folder.path() / "file.pdf", said = folder.path() / "file.txt";
    std::ofstream(path, std::ios::binary) << documents::bytes_of(platform().documents, document);
    EXPECT_EQ(std::system(("pdftotext -raw '" + path.string() + "' '" + said.string() + "'").c_str()), 0);
    std::ifstream answer(said);
    return {std::istreambuf_iterator<char>(answer), {}};
  }
  static std::string proof_in(const std::string& page) {
    constexpr std::string_view before = "name=\"preuve\" value=\"";
    const auto from = page.find(before) + before.size();
    return page.substr(from, page.find('"', from) - from);
  }
};
MANDAT_ON_BOTH_ENGINES(CreditEffect);

struct Case {
  std::string on_the_day, paper, why, effect;
};

// C12.policy: it is the 23rd, the very day that the offer names.
TEST_P(CreditEffect, C12_the_accepted_offer_names_the_last_day_that_counts_for_the_month) {
  for (const auto& expected : {Case{"before", "jusqu’au 23 du mois", "signée le 23 au plus tard", "2026-11-01"},
                               Case{"after", "jusqu’au 22 du mois", "signée après le 22", "2026-12-01"}}) {
    const Person broker = this->broker();
    auto offer = scene::forfait_offer("coface");
    offer.insert(offer.end(), {{"effect_cutoff_day", "23"}, {"on_cutoff_day", expected.on_the_day}});
    const auto id = sent(broker, offer);
    EXPECT_THAT(words_of_policy(id), HasSubstr(expected.paper));
    const auto token = scene::signing_token(house(), id);
    by_link(token, {{"acte", "code"}});
    const auto page = by_link(token, {{"acte", "verifier"}, {"code", scene::signing_code(house(), id)}});
    EXPECT_THAT(support::text_of_html(page.body),
                AllOf(HasSubstr("si vous signez aujourd’hui"), HasSubstr(expected.why)));
    ASSERT_EQ(
        by_link(token,
                {{"acte", "signer"}, {"preuve", proof_in(page.body)}, {"reponse", "signer"}, {"consentement", "oui"}})
            .status,
        200);
    EXPECT_EQ(scene::policy(house(), id).effect_on->iso(), expected.effect);
    EXPECT_THAT(text_at("/credit/dossiers/" + text(id) + "/police", &broker), HasSubstr(expected.why));
  }
}

}  // namespace
