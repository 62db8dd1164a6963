// Someone adds a code of her telephone to her password, signs in with it, loses it; administrators must have one (P6).
#include <gtest/gtest.h>

#include <regex>

#include "floor/identity/second_factor_rules.hpp"
#include "floor/identity/totp.hpp"
#include "support/browser.hpp"
#include "support/house_on_both_engines.hpp"

namespace {

using support::Browser;
using support::Page;
using support::Person;

constexpr std::string_view page_url = "/parametres/double-authentification";
constexpr auto right = support::password_of_everybody;

// What an application does with the key that stands under the QR code.
std::string bytes_of(const std::string& base32) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string bytes;
  unsigned window = 0;
  int bits = 0;
  for (const char c : base32) {
    const auto digit = letters.find(c);
    if (digit == std::string_view::npos) continue;
    window = (window << 5U | static_cast<unsigned>(digit)) & 0xffffU;
    if ((bits += 5) >= 8) bytes += static_cast<char>(window >> (bits -= 8) & 255U);
  }
  return bytes;
}

class SecondFactor : public support::HouseOnBothEngines {
 protected:
  Browser browser() { return Browser(house().port()); }
  Page sign_in(Browser& by, const std::string& email, std::string_view back = "/parametres") {
    const Page form = by.get("/connexion?retour=" + std::string(back));
    return by.follow(by.submit(form, "/connexion", {{"email", email}, {"password", std::string(right)}}));
  }
  std::string code(int steps_away = 0) {
    return identity::one_time_code(key_, identity::step_of(house().clock().now()) + steps_away, 6);
  }
  // From the page that asks for the password to the ten recovery codes.
  Page enrol(Browser& by) {
    const Page asked = by.get(page_url);
    const Page wrong = by.submit(asked, page_url, {{"password", "faux"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.shows("Ce n’est pas votre mot de passe actuel."));
    const Page shown = by.follow(by.submit(wrong, page_url, {{"password", std::string(right)}}));
    EXPECT_NE(shown.body.find("<svg class=\"qr-code\""), std::string::npos);
    std::smatch found;
    EXPECT_TRUE(std::regex_search(shown.body, found, std::regex("secret-text\">([A-Z2-7 ]+)<")));
    key_ = bytes_of(found[1]);
    const Page refused = by.submit(shown, confirmation(), {{"code", "000"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.shows("Ce code n’est pas valable."));
    return by.submit(refused, confirmation(), {{"code", code().substr(0, 3) + " " + code().substr(3)}});
  }
  static std::string confirmation() { return std::string(page_url) + "/confirmation"; }
  static std::vector<std::string> codes_on(const Page& page) {
    std::vector<std::string> codes;
    const std::regex one("<code>([0-9a-z]{5}-[0-9a-z]{5})</code>");
    for (std::sregex_iterator it(page.body.begin(), page.body.end(), one), end; it != end; ++it)
      codes.push_back((*it)[1]);
    return codes;
  }

  std::string key_;
};
MANDAT_ON_BOTH_ENGINES(SecondFactor);

TEST_P(SecondFactor, is_set_up_by_qr_code_and_asked_at_the_next_sign_in) {  // P6.totp, P6.second_step, P6.recovery
  const Person claire = broker();
  Browser by = browser();
  ASSERT_TRUE(sign_in(by, claire.email).shows("Activer la double authentification"));
  const Page done = enrol(by);
  ASSERT_EQ(done.status, 200);
  EXPECT_TRUE(done.shows("La double authentification est activée."));
  const auto codes = codes_on(done);
  ASSERT_EQ(codes.size(), 10U);
  EXPECT_TRUE(codes_on(by.get(page_url)).empty());  // shown once
  EXPECT_TRUE(by.get(page_url).shows("Codes de secours restants 10"));
  EXPECT_EQ(house().get("/parametres", &claire).status, 303);  // her session elsewhere is over

  house().clock().advance(base::seconds(30));
  Browser again = browser();
  const Page step = sign_in(again, claire.email);
  ASSERT_TRUE(step.shows("Votre code de connexion"));
  EXPECT_EQ(again.get("/parametres").status, 303);  // nothing opens yet
  const Page wrong = again.submit(step, "/connexion/code", {{"code", "000000"}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(wrong.shows("Ce code n’est pas valable."));
  const Page in = again.follow(again.submit(wrong, "/connexion/code", {{"code", code()}}));
  EXPECT_EQ(in.path, "/parametres");
  EXPECT_EQ(again.get("/connexion/code").location(), "/");

  // Without the telephone.
  Browser lost = browser();
  const Page second = sign_in(lost, claire.email);
  EXPECT_EQ(lost.follow(lost.submit(second, "/connexion/code", {{"code", codes[0]}})).path, "/parametres");
  EXPECT_TRUE(lost.get(page_url).shows("Codes de secours restants 9"));
  Browser twice = browser();
  const Page third = sign_in(twice, claire.email);
  EXPECT_EQ(twice.submit(third, "/connexion/code", {{"code", codes[0]}}).status, 422);
}

TEST_P(SecondFactor, sends_who_takes_too_long_back_to_the_password) {  // P6.second_step
  const Person claire = broker();
  Browser by = browser();
  sign_in(by, claire.email);
  enrol(by);
  Browser late = browser();
  const Page step = sign_in(late, claire.email);
  house().clock().advance(base::minutes(5));
  const Page back = late.follow(late.submit(step, "/connexion/code", {{"code", code()}}));
  EXPECT_TRUE(back.shows("Cette connexion a pris trop de temps"));
  EXPECT_EQ(back.hidden("retour"), "/parametres");
  EXPECT_EQ(browser().get("/connexion/code?retour=/parametres").location(), "/connexion?retour=%2Fparametres");
}

TEST_P(SecondFactor, is_ended_with_password_and_code_each_error_beside_its_field) {  // P6.second_factor_proof
  const Person claire = broker();
  Browser by = browser();
  sign_in(by, claire.email);
  enrol(by);
  house().clock().advance(base::seconds(30));
  const std::string end = std::string(page_url) + "/fin";
  const Page page = by.get(page_url);
  const Page wrong = by.submit(page, end, {{"password", "faux"}, {"code", code()}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(wrong.shows("Ce n’est pas votre mot de passe actuel."));
  const Page bad = by.submit(wrong, end, {{"password", std::string(right)}, {"code", "12"}});
  EXPECT_EQ(bad.status, 422);
  const Page ended = by.follow(by.submit(bad, end, {{"password", std::string(right)}, {"code", code()}}));
  EXPECT_TRUE(ended.shows("La double authentification est désactivée."));
  Browser again = browser();
  EXPECT_EQ(sign_in(again, claire.email).path, "/parametres");
}

TEST_P(SecondFactor, is_asked_of_administrators_before_anything_else) {  // P6.second_factor_required
  platform().settings.administrators_second_factor = identity::Required::yes;
  const Person alix = administrator();
  Browser by = browser();
  const Page first = sign_in(by, alix.email, "/administration/comptes");
  EXPECT_EQ(first.path, page_url);
  EXPECT_TRUE(first.shows("activez-la, et tout le reste s’ouvre"));
  for (const char* elsewhere : {"/", "/parametres", "/administration/comptes", "/connexion", "/recherche?q=a"})
    EXPECT_EQ(by.get(elsewhere).location(), page_url) << elsewhere;
  by.get(page_url);
  EXPECT_EQ(by.post_form("/parametres", {{"name", "Alix"}}).status, 403);
  EXPECT_EQ(enrol(by).status, 200);
  EXPECT_EQ(by.get("/administration/comptes").status, 200);
}

TEST_P(SecondFactor, lets_who_must_set_one_up_leave) {  // P6.second_factor_required
  platform().settings.administrators_second_factor = identity::Required::yes;
  const Person alix = administrator();
  Browser by = browser();
  const Page first = sign_in(by, alix.email);
  EXPECT_TRUE(by.follow(by.submit(first, "/deconnexion")).shows("Vous êtes déconnecté."));
}

TEST_P(SecondFactor, is_required_and_reset_by_an_administrator) {  // P6.second_factor_required, P6.second_factor_proof
  const Person alix = administrator();
  const Person claire = broker();
  const std::string account = "/administration/comptes/" + std::to_string(claire.actor.account.value);
  const std::string factor = account + "/double-authentification";
  Browser admin = browser();
  Browser by = browser();
  sign_in(by, claire.email);
  sign_in(admin, alix.email);
  const Page required = admin.follow(admin.submit(admin.get(account), factor));
  EXPECT_TRUE(required.shows("La double authentification est exigée."));
  EXPECT_EQ(by.get("/travaux").location(), page_url);
  enrol(by);
  EXPECT_EQ(by.get("/parametres").status, 200);

  const Page page = admin.get(account);
  const Page silent = admin.submit(page, factor + "/remise-a-zero", {{"reason", ""}});
  EXPECT_EQ(silent.status, 422);
  EXPECT_TRUE(silent.shows("Indiquez le motif"));
  const Page reset = admin.follow(admin.submit(silent, factor + "/remise-a-zero", {{"reason", "Téléphone perdu"}}));
  EXPECT_TRUE(reset.shows("La double authentification est réinitialisée."));
  EXPECT_EQ(by.get("/parametres").status, 303);
  Browser again = browser();
  EXPECT_EQ(sign_in(again, claire.email).path, page_url);  // still required
  const Page optional = admin.follow(admin.submit(reset, factor));
  EXPECT_TRUE(optional.shows("La double authentification est facultative."));
  EXPECT_EQ(again.get("/parametres").status, 200);
  EXPECT_EQ(house().get("/administration/comptes/" + std::to_string(alix.actor.account.value), &alix).status, 200);
}

}  // namespace
