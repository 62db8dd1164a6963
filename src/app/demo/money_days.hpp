// What the two administrators and the bank do about money, day by day, while the demo's claims are lived through.
#pragma once

#include "app/demo/cast.hpp"
#include "app/house.hpp"
#include "floor/payments/payments.hpp"

namespace app::demo {

class MoneyDays {
 public:
  // Opens the house's account; most brokers give theirs and agree to be billed in their name. `last`: of the days told.
  MoneyDays(House& house, base::FixedClock& clock, const Cast& cast, base::Day last);

  base::Instant next() const;  // when there is something to do again
  void pass();                 // what is done on that day

 private:
  void sign_mandates();
  void run_quarter();
  void send(payments::Kind kind);
  void prepare(payments::Kind kind);
  void read_statement();

  House& house_;
  base::FixedClock& clock_;
  const Cast& cast_;
  base::Day day_;
  const base::Day last_;
  int statements_ = 0;
  base::Money balance_ = base::Money::euros(25'000);
  payments::OrderId to_return_ = {};
  bool returned_ = false;
  payments::BatchId waiting_ = {};  // for its second person
};

}  // namespace app::demo
