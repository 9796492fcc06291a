// go-github 48: an application checks, resets and revokes tokens; a user signs in with login and password.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"

	"github.com/google/go-github/github"
)

type settings struct {
	BaseURL      string `json:"baseUrl"`
	Login        string `json:"login"`
	Password     string `json:"password"`
	OtpLogin     string `json:"otpLogin"`
	ClientID     string `json:"clientId"`
	ClientSecret string `json:"clientSecret"`
}

var config settings
var background = context.Background()

func check(operation, expected string, run func() error) {
	line := map[string]interface{}{"interop": true, "operation": operation, "expected": expected}
	if err := run(); err != nil {
		line["error"] = err.Error()
	}
	text, _ := json.Marshal(line)
	fmt.Printf("\n%s\n", text)
}

func client(login, password string) *github.Client {
	transport := &github.BasicAuthTransport{Username: login, Password: password}
	connected, err := github.NewEnterpriseClient(config.BaseURL, config.BaseURL, transport.Client())
	if err != nil {
		panic(err)
	}
	return connected
}

// tokenOf makes a token of the application with plain requests: this version cannot make one.
func tokenOf(fingerprint string) (string, error) {
	body, _ := json.Marshal(map[string]interface{}{"client_secret": config.ClientSecret, "scopes": []string{"repo"}})
	address := fmt.Sprintf("%s/authorizations/clients/%s/%s", config.BaseURL, config.ClientID, fingerprint)
	request, _ := http.NewRequest("PUT", address, bytes.NewReader(body))
	request.SetBasicAuth(config.Login, config.Password)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	made := struct{ Token string }{}
	err = json.NewDecoder(response.Body).Decode(&made)
	return made.Token, err
}

func statusOf(response *github.Response, err error, status int) error {
	if response == nil || response.StatusCode != status {
		return fmt.Errorf("not %d: %v", status, err)
	}
	return nil
}

func main() {
	if err := json.Unmarshal([]byte(os.Getenv("INTEROP")), &config); err != nil {
		panic(err)
	}
	application := client(config.ClientID, config.ClientSecret)
	token, err := tokenOf("go")
	if err != nil {
		panic(err)
	}
	check("apps/check-token", "the token with its user", func() error {
		found, _, err := application.Authorizations.Check(background, config.ClientID, token)
		if err == nil && (found.GetToken() != token || found.GetUser().GetLogin() != config.Login) {
			return fmt.Errorf("got %v", found)
		}
		return err
	})
	check("apps/reset-token", "another token", func() error {
		old := token
		fresh, _, err := application.Authorizations.Reset(background, config.ClientID, old)
		if err != nil {
			return err
		}
		token = fresh.GetToken()
		_, response, err := application.Authorizations.Check(background, config.ClientID, old)
		return statusOf(response, err, 404)
	})
	check("apps/delete-token", "gone, and 404 afterwards", func() error {
		if _, err := application.Authorizations.Revoke(background, config.ClientID, token); err != nil {
			return err
		}
		_, response, err := application.Authorizations.Check(background, config.ClientID, token)
		return statusOf(response, err, 404)
	})
	check("apps/delete-authorization", "no error for the whole grant", func() error {
		other, err := tokenOf("go again")
		if err != nil {
			return err
		}
		_, err = application.Authorizations.DeleteGrant(background, config.ClientID, other)
		return err
	})
	check("users/get-authenticated", "the user of login and password", func() error {
		user, _, err := client(config.Login, config.Password).Users.Get(background, "")
		if err == nil && user.GetLogin() != config.Login {
			return fmt.Errorf("got %v", user)
		}
		return err
	})
	check("users/get-authenticated", "TwoFactorAuthError for an account that has it", func() error {
		_, _, err := client(config.OtpLogin, config.Password).Users.Get(background, "")
		var wanted *github.TwoFactorAuthError
		if !errors.As(err, &wanted) {
			return fmt.Errorf("got %T: %v", err, err)
		}
		return nil
	})
}
