#include <termios.h>
#include <unistd.h>

#include <iostream>
#include <string>

#include "app/commands.hpp"
#include "app/ground.hpp"
#include "base/embedded.hpp"
#include "floor/identity/accounts.hpp"
#include "floor/identity/held_accounts.hpp"
#include "floor/identity/legal.hpp"
#include "floor/identity/passwords.hpp"
#include "floor/identity/second_factor.hpp"
#include "floor/identity/sign_in_rules.hpp"

namespace app {
namespace {

// Typed without being shown; a pipe is read as it is.
std::string read_password() {
  termios shown{};
  const bool terminal = ::tcgetattr(STDIN_FILENO, &shown) == 0;
  if (terminal) {
    termios hidden = shown;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    std::cerr << "password: " << std::flush;
  }
  std::string password;
  std::getline(std::cin, password);
  if (terminal) {
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    std::cerr << '\n';
  }
  return password;
}

[[noreturn]] void refuse(const base::Refusal& refusal) {
  throw std::runtime_error("refused: " + std::string(refusal.code.name));
}

identity::NewAccount typed_account(Words words) {
  auto email = base::EmailAddress::parse(words[1]);
  if (!email) throw UsageError("not an e-mail address: " + std::string(words[1]));
  const std::string password = read_password();
  const auto* common = base::find_embedded(embedded_data, "common_passwords.txt");
  MANDAT_ASSERT(common != nullptr);
  const auto fit = identity::check_password(password, {words[1], words[2]}, common->text(), "password");
  if (!fit) refuse(fit.refusal());
  identity::PasswordHasher hasher;
  return {.email = *std::move(email), .name = std::string(words[2]), .password_hash = hasher.hash(password).value()};
}

// The account becomes a manager of the operating organisation, which is made when there is none.
base::Outcome<identity::AccountId> create(platform::Act& act, const identity::NewAccount& wanted,
                                          std::string_view organisation_name) {
  auto organisation = identity::operating_organisation(act.tx);
  if (!organisation) {
    const auto created = identity::create_organisation(
        act, {.name = std::string(organisation_name), .kinds = {identity::OrganisationKind::administrator}});
    if (!created) return created.refusals();
    organisation = *created;
  }
  auto account = identity::create_account(act, wanted);
  if (!account) return account;
  const auto joined = identity::add_member(act, *organisation, *account, identity::Role::manager);
  if (!joined) return joined.refusals();
  return account;
}

// For the only administrator, who lost his telephone: nobody else can reset his.
int forget_second_factor(const Configuration& configuration, std::string_view typed) {
  const auto email = base::EmailAddress::parse(typed);
  if (!email) throw UsageError("not an e-mail address: " + std::string(typed));
  const auto database = open_database(configuration);
  const base::SystemClock clock;
  base::SystemRandom random;
  base::IdSource ids(clock, random);
  return database->write([&](db::Transaction& tx) {
    platform::Act act{tx, clock.now(), ids, {}};
    const auto account = identity::account_with(tx, *email);
    if (!account || !identity::second_factor_of(tx, *account).since) refuse({identity::second_factor_off});
    identity::take_second_factor_away(act, *account, "command line");
    return 0;
  });
}

}  // namespace

int admin(const Configuration& configuration, Words words) {
  if (words.size() == 2 && words[0] == "forget-second-factor") return forget_second_factor(configuration, words[1]);
  if (words.size() != 4 || words[0] != "create")
    throw UsageError("admin create EMAIL NAME ORGANISATION, or admin forget-second-factor EMAIL");
  const identity::NewAccount wanted = typed_account(words);
  const auto database = open_database(configuration);
  const base::SystemClock clock;
  base::SystemRandom random;
  base::IdSource ids(clock, random);
  const auto created = database->write([&](db::Transaction& tx) {
    platform::Act act{tx, clock.now(), ids, {}};
    return create(act, wanted, words[3]);
  });
  if (!created) refuse(created.refusal());
  const auto lacks = database->read([](db::Transaction& tx) { return identity::lacks_of_house(tx); });
  if (!lacks.empty())
    std::cerr << "next: sign in and complete Administration > Identité (SIREN, legal form, address): before that no "
                 "invoice and no direct debit mandate is made\n";
  return 0;
}

}  // namespace app
