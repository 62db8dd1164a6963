#include "app/configuration.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "app/seal_certificate.hpp"
#include "app/server_key.hpp"
#include "support/certificates.hpp"
#include "support/served.hpp"

namespace app {
namespace {

using Arguments = std::vector<std::string_view>;

class ConfigurationOf : public testing::Test {
 protected:
  Configuration read(const Arguments& arguments) {
    return read_configuration(
        arguments,
        [this](const char* name) {
          const auto found = environment_.find(name);
          return found == environment_.end() ? nullptr : found->second.c_str();
        },
        rest_);
  }
  std::string file_with(std::string_view text) {
    const auto path = folder_.path() / "mandat.conf";
    std::ofstream(path) << text;
    return path.string();
  }
  std::string complaint(const Arguments& arguments) {
    try {
      read(arguments);
    } catch (const ConfigurationError& error) {
      return error.what();
    }
    return "none";
  }

  support::TemporaryFolder folder_;
  std::map<std::string, std::string, std::less<>> environment_;
  std::vector<std::string_view> rest_;
};

TEST_F(ConfigurationOf, nothing_is_a_sqlite_file_on_the_loopback) {
  const Configuration plain = read({});
  EXPECT_EQ(plain.database_address(), "sqlite:var/mandat/mandat.db");
  EXPECT_EQ(plain.host(), "127.0.0.1");
  EXPECT_EQ(plain.port(), 8080);
  EXPECT_EQ(plain.address_of_site(), "http://127.0.0.1:8080");
}

TEST_F(ConfigurationOf, a_file_gives_way_to_the_environment_and_both_to_the_command_line) {  // P17.configuration
  const std::string path = file_with("# comment\n\n dir = /srv/a \nworkers=2\nlisten = [::1]:81\n");
  environment_ = {{"MANDAT_CONFIG", path}, {"MANDAT_WORKERS", "3"}, {"MANDAT_SESSION_HOURS", "8"}};
  const Configuration mixed = read({"--session-hours", "9", "--public-url=https://mandat.example.fr"});
  EXPECT_EQ(mixed.dir, "/srv/a");
  EXPECT_EQ(mixed.workers, 3);
  EXPECT_EQ(mixed.session_hours, 9);
  EXPECT_EQ(mixed.host(), "::1");
  EXPECT_EQ(mixed.port(), 81);
  EXPECT_EQ(mixed.address_of_site(), "https://mandat.example.fr");
  EXPECT_EQ(read({"--config", path, "--dir", "/srv/b"}).dir, "/srv/b");
}

TEST_F(ConfigurationOf, words_that_are_no_options_are_left_to_the_command) {
  read({"create", "--dir", "/srv/a", "claire@exemple.fr"});
  EXPECT_EQ(rest_, (Arguments{"create", "claire@exemple.fr"}));
}

TEST_F(ConfigurationOf, a_mistake_is_named_with_the_place_where_it_stands) {
  EXPECT_EQ(complaint({"--colour", "red"}), "--colour: unknown key 'colour'");
  EXPECT_EQ(complaint({"--workers"}), "--workers: a value is missing");
  const std::string path = file_with("dir = /srv/a\nworkers = many\n");
  EXPECT_EQ(complaint({"--config", path}), path + ":2: bad value for 'workers'");
  EXPECT_EQ(complaint({"--config", file_with("dir\n")}), path + ":1: expected key = value");
  environment_ = {{"MANDAT_LISTEN", "8080"}};
  EXPECT_EQ(complaint({}), "MANDAT_LISTEN: bad value for 'listen'");
  environment_ = {{"MANDAT_CONFIG", "/no/such/file"}};
  EXPECT_EQ(complaint({}), "/no/such/file: cannot be read");
}

TEST_F(ConfigurationOf, values_out_of_their_bounds_are_refused) {
  for (const Arguments& bad : {Arguments{"--workers", "0"},
                               {"--workers", "257"},
                               {"--workers", "4x"},
                               {"--listen", "127.0.0.1:70000"},
                               {"--listen", ":80"},
                               {"--public-url", "mandat.example"},
                               {"--public-url", "https://mandat.example/"},
                               {"--server-key", "abc"}}) {
    EXPECT_THROW(read(bad), ConfigurationError) << bad[0] << ' ' << bad[1];
  }
}

TEST_F(ConfigurationOf, secrets_are_not_printed) {  // P17.configuration
  const std::string key(64, 'a');
  const std::string text =
      printed(read({"--server-key", key, "--database", "postgresql://u:secret@h/d", "--dir", "/srv"}));
  EXPECT_EQ(text.find(key), std::string::npos);
  EXPECT_EQ(text.find("secret@"), std::string::npos);
  EXPECT_NE(text.find("server_key = (hidden)\n"), std::string::npos);
  EXPECT_NE(text.find("dir = /srv\n"), std::string::npos);
}

// W11.weights
TEST_F(ConfigurationOf, the_weights_of_the_ranking_add_up_to_a_thousand) {
  EXPECT_EQ(read({}).ranking, works::matching::Ranking{});
  const std::string path = file_with("ranking_response_rate = 500\nranking_closures = 50\n");
  const auto ranking = read({"--config", path, "--ranking-distance-step-m", "2000"}).ranking;
  EXPECT_EQ(ranking.weights, (works::tradesman::Weights{500, 200, 50, 150, 100}));
  EXPECT_EQ(ranking.step_m, 2000);
  EXPECT_EQ(complaint({"--ranking-load", "140"}),
            "ranking_response_rate, ranking_response_speed, ranking_closures, ranking_load and ranking_idleness add up "
            "to 990 instead of 1000");
  EXPECT_EQ(complaint({"--ranking-load", "-1"}), "--ranking-load: bad value for 'ranking_load'");
  EXPECT_EQ(complaint({"--ranking-distance-step-m", "0"}),
            "--ranking-distance-step-m: bad value for 'ranking_distance_step_m'");
  EXPECT_NE(printed(read({"--config", path})).find("ranking_closures = 50\n"), std::string::npos);
}

class SealCertificate : public ConfigurationOf {
 protected:
  std::string kept(const std::string& bytes) {
    const auto path = folder_.path() / "cachet.p12";
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }
  std::string complaint_of(const Arguments& arguments) {
    try {
      seal_certificate(read(arguments), now_);
    } catch (const ConfigurationError& error) {
      return error.what();
    }
    return "none";
  }
  const base::Instant now_ = *base::instant_from_iso_utc("2026-11-27T09:00:00Z");
};

// C11.own_certificate
TEST_F(SealCertificate, is_the_one_of_the_file_and_none_without) {
  EXPECT_FALSE(seal_certificate(read({}), now_));
  const auto path = kept(support::pkcs12({.from = now_, .until = now_ + base::hours(24 * 365), .password = "clé"}));
  EXPECT_EQ(seal_certificate(read({"--seal-certificate", path, "--seal-password", "clé"}), now_)->name,
            "Cabinet Morel, cachet");
  EXPECT_EQ(printed(read({"--seal-password", "clé"})).find("clé"), std::string::npos);
}

// C11.own_certificate
TEST_F(SealCertificate, that_is_no_good_stops_the_start_and_names_the_file) {
  const auto path = kept(support::pkcs12({.from = now_ - base::hours(24), .until = now_ - base::hours(1)}));
  const std::string start = "seal_certificate: " + path + ": ";
  EXPECT_EQ(complaint_of({"--seal-certificate", path, "--seal-password", "autre"}), start + "the password is wrong");
  EXPECT_EQ(complaint_of({"--seal-certificate", path, "--seal-password", "mot de passe"}),
            start + "its certificate ended on 2026-11-27");
  EXPECT_EQ(complaint_of({"--seal-certificate", kept("bonjour")}), start + "this is no PKCS#12 file");
  EXPECT_EQ(complaint_of({"--seal-certificate", kept("")}), start + "cannot be read");
  EXPECT_EQ(complaint_of({"--seal-certificate", "/no/such/file"}), "seal_certificate: /no/such/file: cannot be read");
  EXPECT_EQ(complaint_of({"--seal-password", "seul"}),
            "seal_password: there is no seal_certificate that it could open");
}

class ServerKey : public ConfigurationOf {
 protected:
  base::SeededRandom random_{1};
};

TEST_F(ServerKey, is_made_once_and_readable_by_its_owner_only) {
  Configuration configuration;
  configuration.dir = folder_.path();
  const std::string first = server_key(configuration, random_);
  EXPECT_EQ(first.size(), 32U);
  EXPECT_EQ(server_key(configuration, random_), first);
  using std::filesystem::perms;
  EXPECT_EQ(std::filesystem::status(folder_.path() / "server.key").permissions(),
            perms::owner_read | perms::owner_write);
}

TEST_F(ServerKey, that_is_configured_is_the_one_used) {
  Configuration configuration;
  configuration.dir = folder_.path();
  configuration.server_key = std::string(62, '0') + "ff";
  EXPECT_EQ(server_key(configuration, random_), std::string(31, '\0') + '\xff');
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "server.key"));
}

TEST_F(ServerKey, that_was_damaged_stops_the_program) {
  Configuration configuration;
  configuration.dir = folder_.path();
  for (const std::string& text : {std::string(), std::string("abc"), std::string(64, 'g'), std::string(63, 'a')}) {
    std::ofstream(folder_.path() / "server.key") << text;
    EXPECT_THROW(server_key(configuration, random_), ConfigurationError) << text;
  }
}

}  // namespace
}  // namespace app
