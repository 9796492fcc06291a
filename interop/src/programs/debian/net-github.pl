# Net::GitHub 1.05: reads Link relations, and sends the ETag it was given with every request to the same address.
use strict;
use warnings;
use JSON::PP;
use Net::GitHub::V3;

my $settings = decode_json($ENV{INTEROP});
my @warnings;
local $SIG{__WARN__} = sub { push @warnings, @_ };

sub check {
    my ($operation, $expected, $run) = @_;
    my %line = (interop => JSON::PP::true, operation => $operation, expected => $expected);
    eval { $run->(); 1 } or $line{error} = "$@";
    print "\n", encode_json(\%line), "\n";
}

sub equal {
    my ($actual, $expected) = @_;
    die "got '$actual' instead of '$expected'" unless $actual eq $expected;
}

# It sleeps two seconds after every request to a server without rate limits, unless told not to.
my $gh = Net::GitHub::V3->new(
    login => $settings->{login}, pass => $settings->{password}, api_url => $settings->{baseUrl}, api_throttle => 0,
);
my $oauth = $gh->oauth;
my $made;

check('oauth-authorizations/create-authorization', 'an authorization with its token', sub {
    $made = $oauth->create_authorization({ scopes => ['repo'], note => 'Net::GitHub' });
    die "token $made->{token}" unless $made->{token} =~ /^ghp_\w{36}$/;
});
check('oauth-authorizations/list-authorizations', '70 over pages, each once', sub {
    $oauth->create_authorization({ note => "Net::GitHub $_" }) for 1 .. 69;
    my %found;
    my @page = $oauth->authorizations;
    while (1) {
        $found{ $_->{id} } = 1 for @page;
        last unless $oauth->has_next_page;
        @page = $oauth->next_page;
    }
    equal(scalar(keys %found), 70);
});
check('oauth-authorizations/get-authorization', 'the authorization, twice: the second time by its ETag', sub {
    equal($oauth->authorization($made->{id})->{note}, 'Net::GitHub');
    equal($oauth->authorization($made->{id})->{note}, 'Net::GitHub');
});
check('oauth-authorizations/update-authorization', 'one scope more', sub {
    my $updated = $oauth->update_authorization($made->{id}, { add_scopes => ['gist'] });
    equal(join(' ', sort @{ $updated->{scopes} }), 'gist repo');
});
check('oauth-authorizations/delete-authorization', 'deleted, although the ETag is sent again', sub {
    $oauth->authorization($made->{id});
    die 'not deleted' unless $oauth->delete_authorization($made->{id});
    eval { $oauth->authorization($made->{id}); 1 } and die 'still there';
});
check('oauth-authorizations/list-authorizations', 'Bad credentials for a wrong password', sub {
    my $wrong = Net::GitHub::V3->new(login => $settings->{login}, pass => 'wrong', api_url => $settings->{baseUrl});
    eval { $wrong->oauth->authorizations; 1 } and die 'let in';
    die $@ unless $@ =~ /Bad credentials/;
});
check('oauth-authorizations/list-authorizations', 'no warning about a Link relation that is not known', sub {
    my @about = grep { /link|relation/i } @warnings;
    die "@about" if @about;
});
