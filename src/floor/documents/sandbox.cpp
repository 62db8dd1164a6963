#include "floor/documents/sandbox.hpp"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <initializer_list>
#include <vector>

#include "floor/documents/document_rules.hpp"

namespace documents {
namespace {

#if defined(__x86_64__)
constexpr unsigned architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned architecture = AUDIT_ARCH_AARCH64;
#else
#error "seccomp needs the audit name of this architecture"
#endif

// What libqpdf, libgd and the C and C++ run times need of the kernel to compute.
constexpr long computing_calls[] = {
    SYS_read,          SYS_pread64,      SYS_write,       SYS_lseek,        SYS_fstat,
    SYS_newfstatat,    SYS_close,        SYS_mmap,        SYS_munmap,       SYS_mremap,
    SYS_mprotect,      SYS_madvise,      SYS_brk,         SYS_futex,        SYS_getrandom,
    SYS_clock_gettime, SYS_gettimeofday, SYS_sched_yield, SYS_rt_sigaction, SYS_rt_sigprocmask,
    SYS_rt_sigreturn,  SYS_sigaltstack,  SYS_getpid,      SYS_gettid,       SYS_tgkill,
#if defined(__SANITIZE_ADDRESS__)
    SYS_pipe2,         SYS_readlinkat,  // UBSan asks through a pipe whether an object can be read
#if defined(__x86_64__)
    SYS_pipe,          SYS_readlink,
#endif
#endif
    SYS_exit,          SYS_exit_group};
// And what the loader, a program's start and the search for fonts need.
constexpr long tool_calls[] = {
    SYS_execve,     SYS_set_tid_address, SYS_set_robust_list, SYS_rseq,    SYS_prlimit64, SYS_getdents64,
    SYS_readlinkat, SYS_faccessat,       SYS_statx,           SYS_fstatfs, SYS_statfs,    SYS_getuid,
    SYS_geteuid,    SYS_getgid,          SYS_getegid,         SYS_uname,   SYS_sysinfo,   SYS_fadvise64,
    SYS_getcwd,
#if defined(__x86_64__)
    SYS_arch_prctl, SYS_access,          SYS_readlink,        SYS_stat,    SYS_lstat,     SYS_time,
#endif
};

using Program = std::vector<sock_filter>;

void load(Program& program, std::size_t offset) {
  program.push_back(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<unsigned>(offset)));
}
void answer(Program& program, unsigned action) { program.push_back(BPF_STMT(BPF_RET | BPF_K, action)); }

void allow(Program& program, long call) {
  program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(call), 0, 1));
  answer(program, SECCOMP_RET_ALLOW);
}

// The last of a program: it loads another word.
void allow_reading_only(Program& program) {
  constexpr std::size_t flags = offsetof(seccomp_data, args) + 2 * sizeof(seccomp_data{}.args[0]);  // little-endian
  program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(SYS_openat), 0, 3));
  load(program, flags);
  program.push_back(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC, 1, 0));
  answer(program, SECCOMP_RET_ALLOW);
}

bool filter_system_calls(Sandbox sandbox) {
  Program program;
  load(program, offsetof(seccomp_data, arch));
  program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, architecture, 1, 0));
  answer(program, SECCOMP_RET_KILL_PROCESS);
  load(program, offsetof(seccomp_data, nr));
  for (const long call : computing_calls) allow(program, call);
  if (sandbox == Sandbox::foreign_tool) {
    for (const long call : tool_calls) allow(program, call);
    allow_reading_only(program);
  }
  answer(program, SECCOMP_RET_ERRNO | EPERM);
  const sock_fprog whole{static_cast<unsigned short>(program.size()), program.data()};
  return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &whole, 0, 0) == 0;
}

bool limit(decltype(RLIMIT_CPU) resource, rlim_t most) {
  const rlimit bound{most, most};
  return ::setrlimit(resource, &bound) == 0;
}

bool bound_resources() {
  constexpr rlim_t mebibyte = 1024 * 1024;
  constexpr rlim_t cpu_seconds = 20;          // 50 megapixels of PNG take about ten on a slow core
  constexpr rlim_t memory = 1024 * mebibyte;  // an image of 50 megapixels, turned, and what is written of it
  constexpr rlim_t growth = 2;                // a file written again may be larger than the one sent
  const auto file_bytes = static_cast<rlim_t>(most_bytes.value()) * growth;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  const bool memory_bounded = true;  // not in this build: the sanitizer has reserved terabytes of addresses
  static_cast<void>(memory);
#else
  const bool memory_bounded = limit(RLIMIT_AS, memory);
#endif
  return memory_bounded && limit(RLIMIT_CPU, cpu_seconds) && limit(RLIMIT_FSIZE, file_bytes) &&
         limit(RLIMIT_NOFILE, 64) && limit(RLIMIT_NPROC, 0) && limit(RLIMIT_CORE, 0);
}

}  // namespace

bool enter(Sandbox sandbox) {
  constexpr int polite = 10;  // pages come first
  static_cast<void>(::setpriority(PRIO_PROCESS, 0, polite));
  return bound_resources() && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && filter_system_calls(sandbox);
}

}  // namespace documents
