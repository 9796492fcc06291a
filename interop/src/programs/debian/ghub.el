;; ghub 3: the client of Magit and Forge. It finds headers by their names as GitHub writes them.
(package-initialize)
(require 'json)
(require 'ghub)
(require 'gnutls)

(defvar settings (json-read-from-string (getenv "INTEROP")))
(defun setting (name) (alist-get name settings))
(add-to-list 'gnutls-trustfiles (getenv "INTEROP_CERTIFICATE"))
(setq gnutls-verify-error t
      network-security-level 'low
      url-show-status nil
      url-privacy-level 'high)

(defun check (operation expected run)
  "Prints the outcome of RUN for OPERATION, which should give EXPECTED."
  (let ((failure (condition-case caught (progn (funcall run) nil) (error (error-message-string caught)))))
    (princ (concat "\n"
                   (json-encode `((interop . t) (operation . ,operation) (expected . ,expected)
                                  ,@(and failure `((error . ,failure)))))
                   "\n"))))

(defun equals (actual expected)
  (unless (equal actual expected) (error "Got %S instead of %S" actual expected)))

(defun call (method resource &rest more)
  "Sends a request with login and password."
  (let ((pair (base64-encode-string (concat (setting 'login) ":" (setting 'password)) t)))
    (apply #'ghub-request method resource nil :auth 'none
           :host (substring (setting 'baseUrl) (length "https://"))
           :headers `(("Authorization" . ,(concat "Basic " pair)))
           more)))

(let ((id nil))
  (check "oauth-authorizations/create-authorization" "an authorization with its token"
         (lambda ()
           (let ((made (call "POST" "/authorizations" :payload '((note . "ghub") (scopes . ["repo"])))))
             (setq id (alist-get 'id made))
             (equals (substring (alist-get 'token made) 0 4) "ghp_"))))
  (check "oauth-authorizations/list-authorizations" "70 over pages, each once"
         (lambda ()
           (dotimes (number 69)
             (call "POST" "/authorizations" :payload `((note . ,(format "ghub %d" number)))))
           (let ((found (call "GET" "/authorizations" :unpaginate t)))
             (equals (length (delete-dups (mapcar (lambda (one) (alist-get 'id one)) found))) 70))))
  (check "oauth-authorizations/update-authorization" "one scope more"
         (lambda ()
           (let ((updated (call "PATCH" (format "/authorizations/%d" id) :payload '((add_scopes . ["gist"])))))
             (equals (length (alist-get 'scopes updated)) 2))))
  (check "oauth-authorizations/delete-authorization" "deleted, and an error afterwards"
         (lambda ()
           (let ((path (format "/authorizations/%d" id)))
             (call "DELETE" path)
             (unless (condition-case nil (progn (call "GET" path) nil) (error t))
               (error "It is still there"))))))
