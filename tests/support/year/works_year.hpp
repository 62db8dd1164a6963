// A year of desk Travaux: claims declared, firms mandated, answers, quotes, closures, commissions, bonuses, the bank's
// word and its returns, each by chance and by the desk's own actions. What the people and the bank know is kept apart
// from the database, to be held against it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "desks/works/claim/declaration.hpp"
#include "desks/works/lot/lot.hpp"
#include "desks/works/mandate/mandate_actions.hpp"
#include "floor/ledger/ledger.hpp"
#include "floor/payments/payments.hpp"
#include "support/bank_files.hpp"
#include "support/people.hpp"
#include "support/year/world.hpp"

namespace support::year {

struct Plan {
  int claims;
  base::Day first, last;               // claims are declared from one to the other
  std::vector<base::Day> busy_nights;  // on the days around them several times as many
};

// What really happened, as its people remember it.
struct Known {
  int claims = 0;
  int answers = 0, late_answers = 0;
  World::Held held;  // in the moment when the clock had jumped
  int jobs = 0;
  int booked = 0, returned = 0, unanswered = 0;  // by the bank
  int corrections = 0;
  std::int64_t commission_cents = 0;  // HT: a tenth of each invoiced amount, reversed ones taken off
  base::Money bank;                   // what the account holds, from zero
  std::vector<std::string> wrong;     // what the desk did not do as it should
};

class WorksYear {
 public:
  WorksYear(db::Engine engine, const Plan& plan, std::uint64_t seed);

  void live();

  World& world() { return world_; }
  const Known& known() const { return known_; }
  const std::vector<identity::OrganisationId>& firms() const { return firm_ids_; }

 private:
  struct Firm {
    Person person;
    documents::Prepared paper;
    int number;
    bool silent() const { return number % 8 == 7; }  // seldom answers
    bool signs() const { return number % 6 != 5; }   // a SEPA mandate, sooner or later
  };
  // People (people.cpp, firms.cpp)
  void settle_in();
  Firm new_firm(int number, const std::string& postal_code);
  void declare(const Person& broker, const std::string& form_key);
  void broker_looks(const Person& broker, works::ClaimId claim);
  void look_at(const Person& broker, works::ClaimId claim, const works::lot::Lot& lot);
  void mandate(const Person& broker, works::ClaimId claim, const works::lot::Lot& lot);
  void send_or_decide(const Person& broker, const works::lot::Lot& lot);
  void close_or_give_up(const Person& broker, works::ClaimId claim, const std::vector<works::lot::Lot>& lots);
  void request_arrives(const messages::Message& message);
  void answer_at_the_end(works::MandateId mandate, const Firm& firm, base::Duration past_due);
  void answer(works::MandateId mandate, const Firm& firm, works::mandate::Choice choice);
  void firms_look();
  void plan_quote(const works::mandate::Mandate& mandate);
  void cancel(works::MandateId mandate, const Firm& firm);
  void upload(works::MandateId mandate, const Firm& firm);
  void close(works::MandateId mandate);
  works::mandate::Mandate get(works::MandateId mandate);
  const Firm& firm_of(identity::OrganisationId organisation) const;

  // Money (money.cpp)
  void open_account();
  void money_day();
  void sign_mandate(const Firm& firm);
  void give_account(const Person& person, const std::string& iban);
  void bank_speaks();
  std::vector<bank::Movement> bank_decides();
  void send_batches();
  void administrators_look();
  void run_quarter();
  void correct_something();
  void correct(ledger::EntryId entry, std::function<void()> count);

  template <class T>
  bool done(const base::Outcome<T>& outcome, const char* what) {
    if (outcome) return true;
    known_.wrong.push_back(std::string(what) + ": " + std::string(outcome.refusal().code.name));
    return false;
  }

  Plan plan_;
  World world_;
  Known known_;
  std::vector<Person> brokers_, administrators_;
  std::vector<Firm> firms_;
  std::vector<identity::OrganisationId> firm_ids_;
  std::map<works::LotId, int> tries_;  // firms mandated for each lot
  std::set<works::MandateId> asked_;   // requests that arrived
  std::set<std::pair<works::MandateId, int>>
      planned_;  // what firms have put into their diaries: the n-th quote, 0 the end
  std::map<payments::OrderId, base::Day> booking_, return_;  // what the bank has in mind
  int statements_ = 0;
};

}  // namespace support::year
